/**
 * From a model to the nodes of a NIR graph. The way in is {@link
 * plastron.export.nir.write.NirNodes}.
 */
@NullMarked
package plastron.export.nir.write;

import org.jspecify.annotations.NullMarked;
