/**
 * {@code plastron train}: starts runs and resumes them. The way in is {@link
 * plastron.tasks.train.TrainCommand}; the loop is {@link plastron.tasks.train.TrainingSession}.
 */
@NullMarked
package plastron.tasks.train;

import org.jspecify.annotations.NullMarked;
