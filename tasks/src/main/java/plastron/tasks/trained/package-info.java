/**
 * What commands are given to work on: the run of a training, or the file of a model and the task to
 * try it on. The way in is {@link plastron.tasks.trained.TrainedNetwork}.
 */
@NullMarked
package plastron.tasks.trained;

import org.jspecify.annotations.NullMarked;
