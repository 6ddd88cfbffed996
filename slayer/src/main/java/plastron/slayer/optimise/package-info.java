/**
 * Optimisers, and schedules for learning rates and entropy weights. The way in is {@link
 * plastron.slayer.optimise.Optimiser}.
 */
@NullMarked
package plastron.slayer.optimise;

import org.jspecify.annotations.NullMarked;
