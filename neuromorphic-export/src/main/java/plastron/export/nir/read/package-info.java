/**
 * From the nodes of a NIR graph to populations and projections. The way in is {@link
 * plastron.export.nir.read.NirNetwork}.
 */
@NullMarked
package plastron.export.nir.read;

import org.jspecify.annotations.NullMarked;
