package plastron.loihi.netx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import plastron.core.ledger.Departure;
import plastron.export.file.BrokenFileException;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.hdf5.Hdf5Reader;
import plastron.export.hdf5.Hdf5Writer;

/** The files that netx reads, as lava-dl's tools write them. */
@Departure(
    from = "netx (lava-dl)",
    what = "Weights out of range are clipped with a line on the console; here the file is refused.",
    reason = "Nothing is lost silently.",
    test = "NetxFileTest.whatNetxOrThisBuildDoesNotRunIsRefusedByName")
public final class NetxFile {

  private static final List<String> DENSE = List.of("dense", "dense_rec");
  private static final List<String> PASSING = List.of("input", "flatten");
  private static final List<String> NEURONS = List.of("CUBA", "LOIHI");
  private static final int TEXT_BYTES = 10;
  private static final int LARGEST_BIAS = (1 << 12) - 1;
  private static final int LARGEST_WEIGHT = 256;

  private NetxFile() {}

  /**
   * Reads a network.
   *
   * @return its layers with synapses, at least one, each as large as the next one expects
   * @throws BrokenFileException if the file is something else, damaged, or has layers of other
   *     types, such as convolutions
   */
  public static List<NetxLayer> read(Path file) throws IOException {
    try {
      return layers(new Hdf5Fields("File", Hdf5Reader.read(file)));
    } catch (IllegalArgumentException e) {
      throw new BrokenFileException(file, "holds no netx network: " + e.getMessage(), e);
    }
  }

  private static List<NetxLayer> layers(Hdf5Fields file) {
    List<NetxLayer> layers = new ArrayList<>();
    int index = 0;
    for (Hdf5Fields fields : file.listed("layer")) {
      Hdf5Fields layer = new Hdf5Fields("Layer " + index++, fields.group());
      String type = layer.text("type");
      if (PASSING.contains(type)) {
        if (layer.has("neuron")) {
          throw new IllegalArgumentException(
              "%s (%s) has neurons of its own, expected none.".formatted(layer.subject(), type));
        }
        continue;
      }
      layer.choice("type", DENSE);
      NetxLayer read = dense(layer, type.equals("dense_rec"));
      if (!layers.isEmpty() && layers.getLast().size() != read.inputs()) {
        throw new IllegalArgumentException(
            "%s has %d inputs, expected the %d neurons before it."
                .formatted(layer.subject(), read.inputs(), layers.getLast().size()));
      }
      layers.add(read);
    }
    if (layers.isEmpty()) {
      throw new IllegalArgumentException(
          "Layers (none) must have at least one of %s.".formatted(DENSE));
    }
    return layers;
  }

  private static NetxLayer dense(Hdf5Fields layer, boolean isRecurrent) {
    Hdf5Fields neuron = layer.inner("neuron");
    neuron.choice("type", NEURONS);
    if (neuron.has("gradedSpike") && isSet(neuron)) {
      throw new IllegalArgumentException(
          "%s has graded spikes, expected plain ones.".formatted(neuron.subject()));
    }
    int[][] weights = matrix(layer, "weight", -1, -1);
    int size = weights.length;
    int inputs = weights[0].length;
    return new NetxLayer(
        weights,
        isRecurrent ? Optional.of(matrix(layer, "weight_rec", size, size)) : Optional.empty(),
        layer.has("delay") ? Optional.of(delays(layer, size, inputs)) : Optional.empty(),
        layer.has("bias") ? bias(layer, size) : new int[size],
        neuron.integer("iDecay", 1, 4096),
        neuron.integer("vDecay", 0, 4096),
        neuron.integer("vThMant", 0, 131071));
  }

  private static boolean isSet(Hdf5Fields neuron) {
    return neuron.array("gradedSpike") instanceof Hdf5Array.Flag flag
        ? flag.value()
        : neuron.integer("gradedSpike", 0, 1) == 1;
  }

  private static int[][] matrix(Hdf5Fields layer, String name, int rows, int columns) {
    List<Integer> shape = layer.shape(name);
    if (shape.size() != 2
        || shape.contains(0)
        || (rows >= 0 && !shape.equals(List.of(rows, columns)))) {
      throw new IllegalArgumentException(
          "%s, %s, has shape %s, expected %s."
              .formatted(
                  layer.subject(),
                  name,
                  shape,
                  rows < 0 ? "post and pre neurons" : List.of(rows, columns)));
    }
    int[] flat = layer.integers(name);
    for (int weight : flat) {
      if (Math.abs((long) weight) > LARGEST_WEIGHT) {
        throw new IllegalArgumentException(
            "%s, %s (%d) must lie in [-256, 255].".formatted(layer.subject(), name, weight));
      }
    }
    int[][] matrix = new int[shape.get(0)][];
    int width = shape.get(1);
    Arrays.setAll(matrix, i -> Arrays.copyOfRange(flat, i * width, (i + 1) * width));
    return matrix;
  }

  /** One for all, for each neuron, for each input or for each synapse; netx keeps at most 62. */
  private static int[][] delays(Hdf5Fields layer, int size, int inputs) {
    int[] given = layer.integers("delay");
    int[][] delays = new int[size][inputs];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < inputs; j++) {
        int at;
        if (given.length == 1) {
          at = 0;
        } else if (given.length == size) {
          at = i;
        } else if (given.length == inputs) {
          at = j;
        } else if (given.length == (long) size * inputs) {
          at = i * inputs + j;
        } else {
          throw new IllegalArgumentException(
              "%s has %d delays, expected 1, %d or %d."
                  .formatted(layer.subject(), given.length, size, inputs));
        }
        if (given[at] < 0) {
          throw new IllegalArgumentException(
              "%s, delay (%d) must be at least 0.".formatted(layer.subject(), given[at]));
        }
        delays[i][j] = Math.min(NetxLayer.LARGEST_DELAY, given[at]);
      }
    }
    return delays;
  }

  private static int[] bias(Hdf5Fields layer, int size) {
    int[] bias = layer.integers("bias");
    if (bias.length != size
        || Arrays.stream(bias).anyMatch(b -> Math.abs((long) b) > LARGEST_BIAS)) {
      throw new IllegalArgumentException(
          "%s has %d biases, expected %d from %d to %d."
              .formatted(layer.subject(), bias.length, size, -LARGEST_BIAS, LARGEST_BIAS));
    }
    return bias;
  }

  /** The content of a file with these layers. */
  public static byte[] bytes(List<NetxLayer> layers) {
    Map<String, Hdf5Node> groups = new TreeMap<>();
    for (int l = 0; l < layers.size(); l++) {
      groups.put(Integer.toString(l), group(layers.get(l)));
    }
    return Hdf5Writer.bytes(Hdf5Group.of(Map.of("layer", Hdf5Group.of(groups))));
  }

  private static Hdf5Group group(NetxLayer layer) {
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("type", text(layer.recurrent().isPresent() ? "dense_rec" : "dense"));
    fields.put("shape", Hdf5Array.Integers.of(new long[] {layer.size(), 1, 1}));
    fields.put("inFeatures", Hdf5Array.Integers.of(layer.inputs()));
    fields.put("outFeatures", Hdf5Array.Integers.of(layer.size()));
    fields.put("weight", single(layer.weights()));
    layer.recurrent().ifPresent(weights -> fields.put("weight_rec", single(weights)));
    if (Arrays.stream(layer.bias()).anyMatch(b -> b != 0)) {
      fields.put("bias", row(layer.bias()));
    }
    layer
        .delays()
        .ifPresent(
            delays ->
                fields.put("delay", row(Arrays.stream(delays).mapToInt(d -> d[0]).toArray())));
    fields.put(
        "neuron",
        Hdf5Group.of(
            Map.of(
                "type", text("CUBA"),
                "iDecay", Hdf5Array.Integers.of(layer.currentDecay()),
                "vDecay", Hdf5Array.Integers.of(layer.voltageDecay()),
                "vThMant", Hdf5Array.Integers.of(layer.threshold()),
                "refDelay", Hdf5Array.Integers.of(1),
                "gradedSpike", new Hdf5Array.Flag(false))));
    return Hdf5Group.of(fields);
  }

  private static Hdf5Array text(String value) {
    return new Hdf5Array.Texts(List.of(1), List.of(value), TEXT_BYTES);
  }

  private static Hdf5Array row(int[] values) {
    return new Hdf5Array.Reals(
        List.of(values.length), Arrays.stream(values).asDoubleStream().toArray(), true);
  }

  private static Hdf5Array single(int[][] matrix) {
    double[] flat = Arrays.stream(matrix).flatMapToInt(Arrays::stream).asDoubleStream().toArray();
    return new Hdf5Array.Reals(List.of(matrix.length, matrix[0].length), flat, true);
  }
}
