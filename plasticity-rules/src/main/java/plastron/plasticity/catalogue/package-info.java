/**
 * The rules that Plastron ships, one file each. The way in is {@link
 * plastron.plasticity.catalogue.Catalogue}; a new rule is one file here and one line there.
 */
@NullMarked
package plastron.plasticity.catalogue;

import org.jspecify.annotations.NullMarked;
