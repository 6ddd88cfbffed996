/**
 * What a spiking network is: populations of neurons, projections between them, and the kernels,
 * delays and resets they have. The way in is {@link plastron.core.network.Network}.
 */
@NullMarked
package plastron.core.network;

import org.jspecify.annotations.NullMarked;
