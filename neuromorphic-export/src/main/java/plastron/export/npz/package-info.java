/**
 * Arrays as NumPy reads them: files of kind NPY in a ZIP, called NPZ (NumPy Enhancement Proposal
 * 1). The ways in are {@link plastron.export.npz.NpzFile}, {@link plastron.export.npz.NpzStream}
 * and {@link plastron.export.npz.NpzReader}.
 */
@NullMarked
package plastron.export.npz;

import org.jspecify.annotations.NullMarked;
