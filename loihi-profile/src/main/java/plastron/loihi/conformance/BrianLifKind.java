package plastron.loihi.conformance;

import java.util.Arrays;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.ChipWeights;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.emulator.BrianLif;
import plastron.loihi.emulator.BrianSynapses;
import plastron.loihi.emulator.SpikeList;

/** Kind {@code lif_brian2loihi}: LIF with refractory period, delay and per-synapse scaling. */
public final class BrianLifKind extends CaseKind {

  /** For the service loader. */
  public BrianLifKind() {
    super("lif_brian2loihi");
  }

  @Override
  protected void check(VectorReader one, Comparison comparison) {
    int pre = Fields.population(one, "n_in");
    int neurons = Fields.population(one, "n_neurons");
    int steps = Fields.steps(one);
    LoihiWeightFormat format = Fields.format(one);
    int exponent = one.integer("w_exp", -8, 7);
    int[][] scaled = one.intMatrix("weights_post_by_pre", neurons, pre, -256, 255);
    for (int[] row : scaled) {
      Arrays.setAll(row, j -> ChipWeights.brian2Loihi(row[j], exponent, format));
    }
    int[][] recorded = Fields.weights(one, "actual_weights_post_by_pre", neurons, pre);
    Fields.compare(comparison, scaled, recorded, one.place() + ", actual_weights_post_by_pre");
    BrianSynapses synapses = new BrianSynapses(scaled, pre, one.integer("delay", 0, 62));
    BrianLif lif =
        new BrianLif(
            neurons,
            one.integer("decay_i", 0, 4096),
            one.integer("decay_v", 0, 4096),
            one.integer("vth_mant", 0, 131071),
            one.integer("refractory", 1, 64));
    int[][] current = one.intMatrix("i", steps, neurons, Fields.ANY_MIN, Fields.ANY_MAX);
    int[][] voltage = one.intMatrix("v", steps, neurons, Fields.ANY_MIN, Fields.ANY_MAX);
    int[][] fired = Fields.spikeLists(one, "spikes", steps, neurons);
    int[][] inputSpikes = Fields.spikeLists(one, "input_spikes", steps, pre);
    SpikeList spikes = new SpikeList(pre);
    int[] input = new int[neurons];
    for (int k = 0; k < steps; k++) {
      String at = one.place() + ", %s at step " + k + ", neuron %d";
      spikes.set(inputSpikes[k]);
      synapses.step(spikes, input);
      SpikeList got = lif.step(input);
      for (int i = 0; i < neurons; i++) {
        int neuron = i;
        comparison.exact(lif.current(i), current[k][i], () -> at.formatted("i", neuron));
        comparison.exact(lif.voltage(i), voltage[k][i], () -> at.formatted("v", neuron));
      }
      Fields.spikes(comparison, got, fired[k], neurons, one.place() + ", spikes at step " + k);
    }
  }
}
