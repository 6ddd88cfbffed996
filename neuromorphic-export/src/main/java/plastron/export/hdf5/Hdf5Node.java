package plastron.export.hdf5;

import java.util.Arrays;

/** What a name in an HDF5 file stands for. */
public sealed interface Hdf5Node permits Hdf5Group, Hdf5Array {

  /** What it is, in messages: its kind and its shape. */
  String describe();

  /**
   * Whether another node says all that this one does: the same values at the same names, whatever
   * else it has, and however a tool has stored its numbers and texts.
   */
  default boolean isSaidBy(Hdf5Node other) {
    return switch (this) {
      case Hdf5Group group ->
          other instanceof Hdf5Group o
              && group.children().entrySet().stream()
                  .allMatch(c -> o.find(c.getKey()).filter(c.getValue()::isSaidBy).isPresent());
      case Hdf5Array.Reals reals ->
          other instanceof Hdf5Array.Reals o
              && reals.shape().equals(o.shape())
              && Arrays.equals(reals.values(), o.values());
      case Hdf5Array.Texts texts ->
          other instanceof Hdf5Array.Texts o && texts.values().equals(o.values());
      case Hdf5Array array -> array.equals(other);
    };
  }
}
