/**
 * What networks of NIR do, in NIR's own format for such data. The way in is {@link
 * plastron.export.nir.data.NirDataFile}.
 */
@NullMarked
package plastron.export.nir.data;

import org.jspecify.annotations.NullMarked;
