package plastron.loihi.conformance;

import java.util.ArrayList;
import java.util.List;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.emulator.Dense;
import plastron.loihi.emulator.LayeredNetwork;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.emulator.Synapses;

/**
 * Kind {@code network}: feed-forward and recurrent networks of Lava's Dense and LIF, all layers
 * compared.
 */
public final class NetworkKind extends CaseKind {

  /** For the service loader. */
  public NetworkKind() {
    super("network");
  }

  @Override
  protected void check(VectorReader one, Comparison comparison) {
    int steps = Fields.steps(one);
    int[] sizes = one.ints("sizes", -1, 1, Fields.LARGEST_POPULATION);
    List<VectorReader> readers = one.objects("layers");
    if (readers.isEmpty() || sizes.length != readers.size() + 1) {
      throw new BrokenVectorException(
          "%s, sizes (%d entries) should be one more than its layers (%d)"
              .formatted(one.place(), sizes.length, readers.size()));
    }
    List<LayeredNetwork.Layer> layers = new ArrayList<>();
    List<Expected> expected = new ArrayList<>();
    for (int l = 0; l < readers.size(); l++) {
      layers.add(layer(readers.get(l), sizes[l], sizes[l + 1]));
      expected.add(
          Expected.read(readers.get(l), one.place() + ", layer " + l, steps, sizes[l + 1]));
    }
    LayeredNetwork network = new LayeredNetwork(layers);
    int[][] input = Fields.spikeLists(one, "input_spikes", steps, sizes[0]);
    SpikeList spikes = new SpikeList(sizes[0]);
    for (int k = 0; k < steps; k++) {
      spikes.set(input[k]);
      network.step(spikes);
      for (int l = 0; l < layers.size(); l++) {
        Lif neurons = layers.get(l).neurons();
        Fields.compare(comparison, expected.get(l), k, neurons, neurons.spikes());
      }
    }
  }

  private static LayeredNetwork.Layer layer(VectorReader reader, int pre, int neurons) {
    List<Synapses> recurrent = new ArrayList<>();
    if (reader.has("recurrent_weights")) {
      recurrent.add(dense(reader, "recurrent_weights", neurons, neurons));
    }
    Lif lif = new Lif(Fields.lif(reader, neurons), LoihiArithmetic.LAVA);
    return new LayeredNetwork.Layer(lif, dense(reader, "weights", pre, neurons), recurrent);
  }

  private static Dense dense(VectorReader reader, String field, int pre, int post) {
    int[][] weights = Fields.format(reader).effective(Fields.weights(reader, field, post, pre));
    return new Dense(weights, pre, reader.integer("weight_exp", -8, 7), LoihiArithmetic.LAVA);
  }
}
