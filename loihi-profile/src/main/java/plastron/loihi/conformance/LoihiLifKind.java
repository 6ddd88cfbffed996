package plastron.loihi.conformance;

import java.util.Arrays;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.emulator.DelayedDense;
import plastron.loihi.emulator.Dense;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.emulator.Synapses;

/** Kind {@code lif}: one layer of Lava's Dense, with delays or graded input, onto Lava's LIF. */
public final class LoihiLifKind extends CaseKind {

  /** For the service loader. */
  public LoihiLifKind() {
    super("lif");
  }

  @Override
  protected void check(VectorReader one, Comparison comparison) {
    int pre = Fields.population(one, "n_in");
    int neurons = Fields.population(one, "n_neurons");
    int steps = Fields.steps(one);
    int[][] effective = Fields.format(one).effective(Fields.weights(one, "weights", neurons, pre));
    int[][] recorded = Fields.weights(one, "effective_weights", neurons, pre);
    Fields.compare(comparison, effective, recorded, one.place() + ", effective_weights");
    int exponent = one.integer("weight_exp", -8, 7);
    Synapses synapses =
        one.has("delays")
            ? new DelayedDense(
                effective,
                one.intMatrix("delays", neurons, pre, 0, DelayedDense.LARGEST_DELAY),
                pre,
                exponent,
                LoihiArithmetic.LAVA)
            : new Dense(effective, pre, exponent, LoihiArithmetic.LAVA);
    Lif lif = new Lif(Fields.lif(one, neurons), LoihiArithmetic.LAVA);
    Expected expected = Expected.read(one, one.place(), steps, neurons);
    boolean graded = one.integer("num_message_bits", 0, 32) > 0;
    int[][] input =
        graded
            ? one.intMatrix("input_payload", steps, pre, Fields.ANY_MIN, Fields.ANY_MAX)
            : Fields.spikeLists(one, "input_spikes", steps, pre);
    SpikeList spikes = new SpikeList(pre);
    int[] activation = new int[neurons];
    for (int k = 0; k < steps; k++) {
      Arrays.fill(activation, 0);
      synapses.deliver(activation);
      Fields.compare(comparison, expected, k, lif, lif.step(activation));
      if (graded) {
        synapses.receivePayload(input[k]);
      } else {
        spikes.set(input[k]);
        synapses.receive(spikes);
      }
    }
  }
}
