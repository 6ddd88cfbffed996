package plastron.loihi.conformance;

import java.util.Arrays;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.emulator.CompartmentParameters;
import plastron.loihi.emulator.DelayedDense;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.SpikeList;

/**
 * Kind {@code lif_brian2loihi}: LIF with refractory period, one delay for all synapses and
 * Brian2Loihi's arithmetic. The peer adds spikes of its generators in their own step: synapses
 * receive before they deliver.
 */
public final class BrianLifKind extends CaseKind {

  private static final LoihiArithmetic ARITHMETIC = LoihiArithmetic.BRIAN2LOIHI;
  private static final int UNIT_BITS = 6;

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
    int[][] weights =
        ARITHMETIC.effective(one.intMatrix("weights_post_by_pre", neurons, pre, -256, 255), format);
    int[][] scaled =
        Arrays.stream(weights)
            .map(
                row ->
                    Arrays.stream(row)
                        .map(w -> ARITHMETIC.synapse(w, exponent) << UNIT_BITS)
                        .toArray())
            .toArray(int[][]::new);
    int[][] recorded = Fields.weights(one, "actual_weights_post_by_pre", neurons, pre);
    Fields.compare(comparison, scaled, recorded, one.place() + ", actual_weights_post_by_pre");
    int[][] delays = new int[neurons][pre];
    int delay = one.integer("delay", 0, 62);
    for (int[] row : delays) {
      Arrays.fill(row, delay);
    }
    DelayedDense synapses = new DelayedDense(weights, delays, pre, exponent, ARITHMETIC);
    Lif lif = new Lif(parameters(one, neurons), ARITHMETIC);
    Expected expected =
        new Expected(
            one.place(),
            one.intMatrix("i", steps, neurons, Fields.ANY_MIN, Fields.ANY_MAX),
            one.intMatrix("v", steps, neurons, Fields.ANY_MIN, Fields.ANY_MAX),
            Fields.spikeLists(one, "spikes", steps, neurons));
    int[][] inputSpikes = Fields.spikeLists(one, "input_spikes", steps, pre);
    SpikeList spikes = new SpikeList(pre);
    int[] input = new int[neurons];
    for (int k = 0; k < steps; k++) {
      spikes.set(inputSpikes[k]);
      Arrays.fill(input, 0);
      synapses.receive(spikes);
      synapses.deliver(input);
      Fields.compare(comparison, expected, k, lif, lif.step(input));
    }
  }

  /** The peer's current decay is the effective one, which the chip's programmed one is 1 below. */
  private static CompartmentParameters parameters(VectorReader one, int neurons) {
    return new CompartmentParameters(
        one.integer("decay_i", 1, 4096) - 1,
        one.integer("decay_v", 0, 4096),
        one.integer("vth_mant", 0, 131071),
        one.integer("refractory", 1, 64),
        new int[neurons]);
  }
}
