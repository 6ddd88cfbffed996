/**
 * {@code plastron evaluate}: how good a trained network is on trials it never saw. The way in is
 * {@link plastron.tasks.evaluate.EvaluateCommand}.
 */
@NullMarked
package plastron.tasks.evaluate;

import org.jspecify.annotations.NullMarked;
