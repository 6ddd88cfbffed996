package plastron.loihi.conformance;

import java.util.Arrays;
import java.util.List;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.LoihiWeightFormat;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.emulator.CompartmentParameters;
import plastron.loihi.emulator.Dense;
import plastron.loihi.emulator.Lif;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.learning.PlasticDense;

/**
 * Kind {@code closed_loop}: static and plastic synapses onto the same neurons, whose spikes drive
 * the learning.
 */
public final class ClosedLoopKind extends CaseKind {

  private static final int STATIC_BITS = 8;

  /** For the service loader. */
  public ClosedLoopKind() {
    super("closed_loop");
  }

  @Override
  protected void check(VectorReader one, Comparison comparison) {
    int pre = Fields.population(one, "n_pre");
    int post = Fields.population(one, "n_post");
    int steps = Fields.steps(one);
    if (LearningFields.isThirdFactor(one)) {
      throw new BrokenVectorException(
          one.place() + ", rule_type (3F) should be 2F in a closed loop");
    }
    PlasticDense plastic =
        new PlasticDense(
            LearningFields.engine(one, comparison, pre, post, steps),
            post,
            one.integer("plastic_weight_exp", -8, 7));
    int[][] weights = Fields.weights(one, "static_weights", post, pre);
    LoihiWeightFormat format = new LoihiWeightFormat(SignMode.infer(weights), STATIC_BITS);
    Dense fixed =
        new Dense(
            format.effective(weights),
            pre,
            one.integer("static_weight_exp", -8, 7),
            LoihiArithmetic.LAVA);
    Lif lif = new Lif(neurons(one.object("neuron"), post), LoihiArithmetic.LAVA);

    VectorReader after = one.object("after_step");
    RecordedState expected = new RecordedState(after, steps, pre, post, List.of("u", "v"));
    Expected run =
        new Expected(
            one.place(),
            after.intMatrix("u", steps, post, Fields.ANY_MIN, Fields.ANY_MAX),
            after.intMatrix("v", steps, post, Fields.ANY_MIN, Fields.ANY_MAX),
            Fields.spikeLists(one, "post_spikes", steps, post));
    int[][] input = Fields.spikeLists(one, "pre_spikes", steps, pre);
    SpikeList before = new SpikeList(pre);
    int[] activation = new int[post];
    for (int k = 0; k < steps; k++) {
      before.set(input[k]);
      Arrays.fill(activation, 0);
      fixed.deliver(activation);
      plastic.deliver(activation);
      SpikeList spikes = lif.step(activation);
      fixed.receive(before);
      plastic.receive(before, spikes);
      Fields.compare(comparison, run, k, lif, spikes);
      expected.compare(comparison, plastic.engine(), k);
    }
  }

  /** Here the file gives one bias for all neurons. */
  private static CompartmentParameters neurons(VectorReader neuron, int post) {
    int[] mantissa = new int[post];
    int[] exponent = new int[post];
    Arrays.fill(mantissa, neuron.integer("bias_mant", -(1 << 23), 1 << 23));
    Arrays.fill(exponent, neuron.integer("bias_exp", -8, 7));
    return CompartmentParameters.encoded(
        neuron.integer("du", 0, 4095),
        neuron.integer("dv", 0, 4096),
        neuron.integer("vth", 0, 131071),
        mantissa,
        exponent);
  }
}
