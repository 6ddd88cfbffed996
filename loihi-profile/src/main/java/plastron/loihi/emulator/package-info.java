/**
 * Neurons and static synapses, bit for bit as the public models of the chip compute them. The way
 * in is {@link plastron.loihi.emulator.Lif} with {@link plastron.loihi.emulator.Dense}, and {@link
 * plastron.loihi.emulator.LayeredNetwork} for whole networks. State is owned by one thread; a step
 * allocates nothing.
 */
@NullMarked
package plastron.loihi.emulator;

import org.jspecify.annotations.NullMarked;
