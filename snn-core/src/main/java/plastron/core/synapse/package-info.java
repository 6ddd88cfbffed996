/**
 * The synapses of one projection at work: delivery of spikes through delays and kernels. The way in
 * is {@link plastron.core.synapse.SynapseState#of}.
 */
@NullMarked
package plastron.core.synapse;

import org.jspecify.annotations.NullMarked;
