/**
 * Neuron programs of Loihi 2: what a neuron computes beside its membrane so that a synapse can read
 * it as a third factor. The arithmetic is 16-bit fractions with 32-bit products, which the public
 * documents of the chip allow for and do not fix; the instruction names are ours, and running them
 * on silicon takes a microcode neuron model that only members of Intel's research community can
 * build. The way in is {@link plastron.loihi.neuron.NeuronProgram}.
 */
@NullMarked
package plastron.loihi.neuron;

import org.jspecify.annotations.NullMarked;
