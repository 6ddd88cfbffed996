/**
 * Whole trainings: episodes in, a model out. The way in is {@link plastron.slayer.train.Trainer}.
 */
@NullMarked
package plastron.slayer.train;

import org.jspecify.annotations.NullMarked;
