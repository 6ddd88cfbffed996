/**
 * What a chip does in an episode, and what of it has a published energy: synaptic operations,
 * updates of neurons and synapses, products of rules and neuron programs. A profile says what its
 * image costs by spike, step and interval ({@link plastron.export.operation.ChipCosts}), an {@link
 * plastron.export.operation.Activity} counts what happened, and {@link
 * plastron.export.operation.ChipOperations} is one times the other.
 */
@NullMarked
package plastron.export.operation;

import org.jspecify.annotations.NullMarked;
