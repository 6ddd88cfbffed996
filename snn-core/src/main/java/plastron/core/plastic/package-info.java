/**
 * Synapses of a large network that spikes change, at work, one class for each kind of plasticity.
 * The way in: {@link plastron.core.plastic.PlasticParts}.
 */
@NullMarked
package plastron.core.plastic;

import org.jspecify.annotations.NullMarked;
