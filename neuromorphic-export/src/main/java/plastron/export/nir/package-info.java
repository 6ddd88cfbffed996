/**
 * The Neuromorphic Intermediate Representation (Pedersen et al. 2024, doi
 * 10.1038/s41467-024-52259-9): networks of differential equations in HDF5. The ways in are {@link
 * plastron.export.nir.NirImporter}; docs/nir.md says what is read and written how.
 */
@NullMarked
package plastron.export.nir;

import org.jspecify.annotations.NullMarked;
