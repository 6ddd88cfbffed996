/**
 * The integer arithmetic of the Loihi chip family: decays, wraps, weight formats, biases, trace
 * impulses and memory sizes, each stated once and used by the quantiser and the emulator alike. The
 * way in is {@link plastron.loihi.arithmetic.LoihiWeightFormat} for synapses and {@link
 * plastron.loihi.arithmetic.CompartmentDecay} for neurons.
 */
@NullMarked
package plastron.loihi.arithmetic;

import org.jspecify.annotations.NullMarked;
