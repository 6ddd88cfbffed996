/**
 * Optimisers, learning-rate schedules and gradient clipping. The way in is {@link plastron.slayer.optimise.Optimiser}.
 */
@NullMarked
package plastron.slayer.optimise;

import org.jspecify.annotations.NullMarked;
