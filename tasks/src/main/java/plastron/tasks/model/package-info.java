/**
 * From a configuration to what is trained: task, network form, initial model, training plan. The
 * way in is {@link plastron.tasks.model.TrainingSetup}.
 */
@NullMarked
package plastron.tasks.model;

import org.jspecify.annotations.NullMarked;
