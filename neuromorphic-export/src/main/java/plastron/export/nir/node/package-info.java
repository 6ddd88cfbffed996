/**
 * What a NIR file says: nodes with fields and the edges between them. The way in is {@link
 * plastron.export.nir.node.NirGraph}.
 */
@NullMarked
package plastron.export.nir.node;

import org.jspecify.annotations.NullMarked;
