/**
 * The rules of the catalogue that single spikes drive. The way in is {@link
 * plastron.plasticity.catalogue.Catalogue}.
 */
@NullMarked
package plastron.plasticity.catalogue.timing;

import org.jspecify.annotations.NullMarked;
