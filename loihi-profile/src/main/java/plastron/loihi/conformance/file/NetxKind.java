package plastron.loihi.conformance.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.OptimizedWeights;
import plastron.loihi.conformance.CaseKind;
import plastron.loihi.conformance.Fields;
import plastron.loihi.netx.NetxLayer;
import plastron.loihi.netx.NetxNetwork;

/**
 * Kind {@code netx}: networks as lava-dl's loader reads them, with what it makes of their weights
 * and the spikes of all layers.
 */
public final class NetxKind extends CaseKind {

  /** For the service loader. */
  public NetxKind() {
    super("netx");
  }

  @Override
  protected void check(VectorReader one, Comparison comparison) {
    List<NetxLayer> layers = layers(one);
    List<VectorReader> readers = one.objects("layers");
    for (int l = 0; l < layers.size(); l++) {
      String place = "%s, layer %d".formatted(one.place(), l);
      optimized(comparison, layers.get(l), readers.get(l).object("optimized"), place);
    }
    run(one, layers, comparison);
  }

  /** The network of a case. */
  static List<NetxLayer> layers(VectorReader one) {
    int[] sizes = one.ints("sizes", -1, 1, Fields.LARGEST_POPULATION);
    List<VectorReader> readers = one.objects("layers");
    if (readers.isEmpty() || sizes.length != readers.size() + 1) {
      throw new BrokenVectorException(
          "%s, sizes (%d entries) should be one more than its layers (%d)"
              .formatted(one.place(), sizes.length, readers.size()));
    }
    List<NetxLayer> layers = new ArrayList<>();
    for (int l = 0; l < readers.size(); l++) {
      layers.add(layer(readers.get(l), sizes[l], sizes[l + 1]));
    }
    return layers;
  }

  private static NetxLayer layer(VectorReader reader, int pre, int post) {
    Optional<int[][]> delays =
        reader.has("delay") ? Optional.of(delays(reader, pre, post)) : Optional.empty();
    return new NetxLayer(
        Fields.weights(reader, "weights", post, pre),
        reader.has("weights_rec")
            ? Optional.of(Fields.weights(reader, "weights_rec", post, post))
            : Optional.empty(),
        delays,
        reader.has("bias") ? reader.ints("bias", post, -(1 << 16), 1 << 16) : new int[post],
        reader.integer("iDecay", 1, 4096),
        reader.integer("vDecay", 0, 4096),
        reader.integer("vThMant", 0, 131071));
  }

  private static int[][] delays(VectorReader reader, int pre, int post) {
    int[] given = reader.ints("delay", post, 0, 62);
    int[][] delays = new int[post][pre];
    for (int i = 0; i < post; i++) {
      java.util.Arrays.fill(delays[i], given[i]);
    }
    return delays;
  }

  private static void optimized(
      Comparison comparison, NetxLayer layer, VectorReader want, String place) {
    OptimizedWeights got = layer.optimized();
    int columns = got.weights()[0].length;
    Fields.compare(
        comparison,
        got.weights(),
        Fields.weights(want, "weights", layer.size(), columns),
        place + ", optimized");
    comparison.exact(
        got.bits(), want.integer("num_weight_bits", -8, 9), () -> place + ", num_weight_bits");
    comparison.exact(
        got.exponent(), want.integer("weight_exp", -8, 7), () -> place + ", weight_exp");
    comparison.exact(
        layer.signMode() == Fields.signMode(want) ? 0 : 1, 0, () -> place + ", sign_mode");
  }

  /** Compares the spikes of all layers of a network with those of a case. */
  static void run(VectorReader one, List<NetxLayer> layers, Comparison comparison) {
    int steps = Fields.steps(one);
    List<VectorReader> readers = one.objects("layers");
    int[][] input = Fields.spikeLists(one, "input_spikes", steps, layers.getFirst().inputs());
    List<int[][]> expected = new ArrayList<>();
    for (int l = 0; l < layers.size(); l++) {
      expected.add(Fields.spikeLists(readers.get(l), "spikes", steps, layers.get(l).size()));
    }
    NetxNetwork network = new NetxNetwork(layers);
    for (int k = 0; k < steps; k++) {
      network.step(input[k]);
      for (int l = 0; l < layers.size(); l++) {
        Fields.spikes(
            comparison,
            network.spikes(l),
            expected.get(l)[k],
            layers.get(l).size(),
            "%s, layer %d, spikes at step %d".formatted(one.place(), l, k));
      }
    }
  }

  /** The case of a document that a file belongs to. */
  static boolean isOf(VectorReader one, Path file) {
    return one.has("file") && one.text("file").equals(String.valueOf(file.getFileName()));
  }
}
