/**
 * Arrays as NumPy reads them: files of kind NPY in a ZIP, called NPZ (NumPy Enhancement Proposal
 * 1). The way in is {@link plastron.export.npz.NpzFile}.
 */
@NullMarked
package plastron.export.npz;

import org.jspecify.annotations.NullMarked;
