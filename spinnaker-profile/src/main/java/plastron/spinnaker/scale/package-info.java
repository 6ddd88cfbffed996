/**
 * From a layer's real numbers and ranges to the integers of a core: units of the neuron, formats of
 * weights and traces, learning rates. All scales are powers of two. The way in is {@link
 * plastron.spinnaker.scale.LayerScales}.
 */
@NullMarked
package plastron.spinnaker.scale;

import org.jspecify.annotations.NullMarked;
