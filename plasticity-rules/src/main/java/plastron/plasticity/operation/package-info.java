/**
 * What a network does in an episode: synaptic operations, updates of plastic weights and of
 * neurons, sparsities, memory; counted on what a runner recorded. The way in is {@link
 * plastron.plasticity.operation.OperationCounter}.
 */
@NullMarked
package plastron.plasticity.operation;

import org.jspecify.annotations.NullMarked;
