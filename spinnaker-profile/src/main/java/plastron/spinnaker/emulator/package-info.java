/**
 * A SpiNNaker core running {@code IF_curr_exp} neurons, bit for bit: {@link
 * plastron.spinnaker.emulator.LifPopulation} for the neurons, {@link
 * plastron.spinnaker.emulator.RingBuffers} for input on its way and {@link
 * plastron.spinnaker.emulator.RowFormat} for static synaptic rows. Whatever the chip would lose
 * silently is counted.
 *
 * <p>A step of a core: {@code ring.take} per receptor, {@code neurons.receive}, {@code
 * neurons.update}, then the rows of the spikes that arrived go into the ring.
 */
@NullMarked
package plastron.spinnaker.emulator;

import org.jspecify.annotations.NullMarked;
