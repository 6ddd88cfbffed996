package plastron.export.nir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.hdf5.Hdf5Writer;
import plastron.plasticity.model.PlasticModel;

/** Makes NIR files node by node, as other tools write them. */
final class NirFileBuilder {

  private final SortedMap<String, Hdf5Node> nodes = new TreeMap<>();
  private final SortedMap<String, Hdf5Node> metadata = new TreeMap<>();
  private final List<List<String>> edges = new ArrayList<>();

  static Hdf5Array numbers(double... values) {
    return Hdf5Array.Reals.of(values);
  }

  static Hdf5Array matrix(int columns, double... values) {
    return shaped(List.of(values.length / columns, columns), values);
  }

  static Hdf5Array shaped(List<Integer> shape, double... values) {
    return new Hdf5Array.Reals(shape, values, true);
  }

  static Hdf5Array integers(long... values) {
    return Hdf5Array.Integers.of(values);
  }

  NirFileBuilder node(String name, String type, Map<String, ? extends Hdf5Node> fields) {
    SortedMap<String, Hdf5Node> all = new TreeMap<>(fields);
    all.put("type", Hdf5Array.Texts.of(type));
    nodes.put(name, new Hdf5Group(all));
    return this;
  }

  NirFileBuilder input(int size) {
    return node("in", "Input", Map.of("shape", integers(size)));
  }

  NirFileBuilder output(int size) {
    return node("out", "Output", Map.of("shape", integers(size)));
  }

  NirFileBuilder graph(String name, NirFileBuilder inner) {
    nodes.put(name, inner.graph());
    return this;
  }

  NirFileBuilder metadata(String name, Hdf5Node value) {
    metadata.put(name, value);
    return this;
  }

  /** Edges from each to the next. */
  NirFileBuilder chain(String... names) {
    for (int k = 0; k + 1 < names.length; k++) {
      edges.add(Arrays.asList(names[k], names[k + 1]));
    }
    return this;
  }

  Hdf5Group graph() {
    SortedMap<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("type", Hdf5Array.Texts.of("NIRGraph"));
    fields.put("nodes", new Hdf5Group(nodes));
    fields.put("edges", Hdf5Array.Texts.of(edges, 2));
    fields.put("metadata", new Hdf5Group(metadata));
    return new Hdf5Group(fields);
  }

  byte[] bytes() {
    return Hdf5Writer.bytes(
        Hdf5Group.of(Map.of("version", Hdf5Array.Texts.of("1.0.8"), "node", graph())));
  }

  PlasticModel read(Path folder) throws IOException {
    Path file = folder.resolve("graph.nir");
    return new NirImporter().read(Files.write(file, bytes()));
  }
}
