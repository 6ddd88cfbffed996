/**
 * Pictures of runs: learning curves, single trials, simulations. The way in is {@link
 * plastron.tasks.plot.LearningCurve} and {@link plastron.tasks.plot.TrialPicture}.
 */
@NullMarked
package plastron.tasks.plot;

import org.jspecify.annotations.NullMarked;
