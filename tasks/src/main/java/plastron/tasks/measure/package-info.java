/**
 * How well a network solves a task: fresh trials, run in parallel, with results that do not depend
 * on the number of threads. The way in is {@link plastron.tasks.measure.Measurement}.
 */
@NullMarked
package plastron.tasks.measure;

import org.jspecify.annotations.NullMarked;
