/**
 * Random numbers of a simulation, computed from a seed, a neuron and a step: whoever asks, in what
 * order, gets the same. The way in: {@link plastron.core.noise.PoissonNoise}.
 */
@NullMarked
package plastron.core.noise;

import org.jspecify.annotations.NullMarked;
