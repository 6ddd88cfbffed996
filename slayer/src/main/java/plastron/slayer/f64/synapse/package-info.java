/**
 * Spikes to currents through a matrix of weights and back, and delays, in double precision; the
 * build derives {@code plastron.slayer.f32.synapse} from this text.
 */
@NullMarked
package plastron.slayer.f64.synapse;

import org.jspecify.annotations.NullMarked;
