/**
 * Offline training by back-propagation through time. The ways in are {@link
 * plastron.slayer.train.Trainer} for whole trainings and {@link plastron.slayer.Precision#sweep}
 * for single episodes.
 */
@NullMarked
package plastron.slayer;

import org.jspecify.annotations.NullMarked;
