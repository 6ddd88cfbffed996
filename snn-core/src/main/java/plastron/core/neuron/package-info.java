/**
 * Neurons at work: one kind a file, its parameters, state and step side by side. The way in is
 * {@link plastron.core.neuron.NeuronState#of}.
 */
@NullMarked
package plastron.core.neuron;

import org.jspecify.annotations.NullMarked;
