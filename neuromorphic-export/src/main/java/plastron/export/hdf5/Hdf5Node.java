package plastron.export.hdf5;

/** What a name in an HDF5 file stands for. */
public sealed interface Hdf5Node permits Hdf5Group, Hdf5Array {

  /** What it is, in messages: its kind and its shape. */
  String describe();
}
