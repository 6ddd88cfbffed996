/**
 * A network that happens to be a chain of layers, as exports still read it. The way in is {@link
 * plastron.plasticity.layered.LayeredModel}; what everything else works on is {@link
 * plastron.plasticity.model.PlasticModel}.
 */
@NullMarked
package plastron.plasticity.layered;

import org.jspecify.annotations.NullMarked;
