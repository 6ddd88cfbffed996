package plastron.export.hdf5;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A group of an HDF5 file.
 *
 * @param children by name
 */
public record Hdf5Group(SortedMap<String, Hdf5Node> children) implements Hdf5Node {

  public Hdf5Group {
    children = Collections.unmodifiableSortedMap(new TreeMap<>(children));
  }

  /** A group of these children. */
  public static Hdf5Group of(Map<String, ? extends Hdf5Node> children) {
    return new Hdf5Group(new TreeMap<>(children));
  }

  /** The child of a name. */
  public Optional<Hdf5Node> find(String name) {
    return Optional.ofNullable(children.get(name));
  }

  @Override
  public String describe() {
    return "a group";
  }
}
