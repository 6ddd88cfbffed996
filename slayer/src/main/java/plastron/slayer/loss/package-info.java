/**
 * What an episode's output spikes are worth, and the adjoint that starts the backward sweep. The
 * way in is {@link plastron.slayer.loss.SpikeLoss}.
 */
@NullMarked
package plastron.slayer.loss;

import org.jspecify.annotations.NullMarked;
