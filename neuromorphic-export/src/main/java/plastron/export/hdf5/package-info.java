/**
 * HDF5 files as trees of groups and arrays, without native code: {@link
 * plastron.export.hdf5.Hdf5Reader} reads, {@link plastron.export.hdf5.Hdf5Writer} writes.
 */
@NullMarked
package plastron.export.hdf5;

import org.jspecify.annotations.NullMarked;
