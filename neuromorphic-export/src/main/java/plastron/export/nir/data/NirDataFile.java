package plastron.export.nir.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.check.Require;
import plastron.export.hdf5.Hdf5Stream;
import plastron.export.hdf5.Hdf5Stream.Part;

/**
 * Writes NIRData, the format of the Neuromorphic Intermediate Representation for what its nodes do
 * ({@code nir.read_data} of NIR 1.0 reads it): a group for each node, in it one for each
 * observable, of one sample. Events are copied from files, however many they are.
 */
public final class NirDataFile {

  private static final String TYPE = "__type__";

  private NirDataFile() {}

  /**
   * Writes a file.
   *
   * @param endS time of the end of the recording, s
   */
  public static void write(Path file, double endS, List<NirNodeData> nodes) throws IOException {
    Require.finite("End of the recording", endS);
    try (Hdf5Stream out = new Hdf5Stream(file, Math.max(8, Require.all("Nodes", nodes).size()))) {
      Map<String, Part> written = new LinkedHashMap<>();
      for (NirNodeData node : nodes) {
        written.put(node.name(), node(out, node, endS));
      }
      out.end(Map.of("nodes", out.group(written, Map.of())), Map.of(TYPE, "NIRGraphData"));
    }
  }

  private static Part node(Hdf5Stream out, NirNodeData node, double endS) throws IOException {
    Map<String, Part> observables = new LinkedHashMap<>();
    for (Map.Entry<String, NirEvents> observable : node.observables().entrySet()) {
      observables.put(
          observable.getKey(), events(out, observable.getValue(), node.neurons(), endS));
    }
    return out.group(
        Map.of("observables", out.group(observables, Map.of())), Map.of(TYPE, "NIRNodeData"));
  }

  private static Part events(Hdf5Stream out, NirEvents events, int neurons, double endS)
      throws IOException {
    List<Long> shape = List.of(1L, events.count());
    Map<String, Part> arrays = new LinkedHashMap<>();
    try (InputStream in = Files.newInputStream(events.neurons())) {
      arrays.put("idx", out.integers(shape, in));
    }
    arrays.put("time", reals(out, shape, events.times()));
    if (events.values().isPresent()) {
      arrays.put("value", reals(out, shape, events.values().get()));
    }
    return out.group(
        arrays,
        Map.of(
            TYPE,
            events.values().isPresent() ? "ValuedEventData" : "EventData",
            "n_neurons",
            (long) neurons,
            "t_max",
            endS));
  }

  private static Part reals(Hdf5Stream out, List<Long> shape, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return out.reals(shape, in);
    }
  }
}
