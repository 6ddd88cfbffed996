/**
 * What single spikes do at synapses: updates of one row or one column, traces, and the reverse of
 * both. The way in is {@link plastron.plasticity.f64.timing.SpikeRule64}. In double precision; the
 * build derives {@code plastron.plasticity.f32.timing} from this text.
 */
@NullMarked
package plastron.plasticity.f64.timing;

import org.jspecify.annotations.NullMarked;
