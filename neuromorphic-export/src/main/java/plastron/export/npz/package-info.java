/**
 * Arrays as NumPy reads them: files of kind NPY in a ZIP, called NPZ (NumPy Enhancement Proposal
 * 1). The ways in are {@link plastron.export.npz.NpzFile} and {@link
 * plastron.export.npz.NpzStream}.
 */
@NullMarked
package plastron.export.npz;

import org.jspecify.annotations.NullMarked;
