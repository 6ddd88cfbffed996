package plastron.loihi.conformance;

import java.util.Optional;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.Comparison;
import plastron.export.conformance.VectorReader;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.learning.Evaluation;
import plastron.loihi.learning.InitialSynapses;
import plastron.loihi.learning.LearningEngine;
import plastron.loihi.learning.LearningParameters;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.random.RecordedRandom;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.RuleSyntaxException;

/** The parts of a learning case that open and closed loop share. */
final class LearningFields {

  /**
   * The exponential differs in the last bit between mathematical libraries; the run uses the
   * recorded factor.
   */
  private static final double DECAY_TOLERANCE = 1e-12;

  private LearningFields() {}

  static LearningEngine engine(
      VectorReader one, Comparison comparison, int pre, int post, int steps) {
    LearningParameters parameters = parameters(one, comparison);
    RecordedRandom random = random(one, steps, parameters.epoch());
    return new LearningEngine(parameters, initial(one, pre, post), random, Evaluation.ROWS);
  }

  static boolean isThirdFactor(VectorReader one) {
    String type = one.text("rule_type");
    return switch (type) {
      case "2F" -> false;
      case "3F" -> true;
      default ->
          throw new BrokenVectorException(
              "%s, rule_type (%s) should be 2F or 3F".formatted(one.place(), type));
    };
  }

  private static LearningParameters parameters(VectorReader one, Comparison comparison) {
    VectorReader traces = one.object("traces");
    return new LearningParameters(
        rule(one, comparison),
        isThirdFactor(one),
        one.integer("t_epoch", 1, 63),
        Fields.signMode(one),
        LoihiArithmetic.LAVA,
        trace(traces.object("x1"), comparison),
        trace(traces.object("x2"), comparison),
        trace(traces.object("y1"), comparison),
        trace(traces.object("y2"), comparison),
        trace(traces.object("y3"), comparison));
  }

  private static TraceParameters trace(VectorReader trace, Comparison comparison) {
    double impulse = trace.number("impulse");
    double tau = trace.number("tau");
    TraceParameters computed = TraceParameters.of(impulse, tau);
    if (tau == 0) {
      return computed;
    }
    double given = trace.number("decay_factor");
    boolean consistent = Math.abs(given - computed.decay()) <= DECAY_TOLERANCE;
    comparison.exact(consistent ? 1 : 0, 1, () -> trace.place() + ", decay_factor");
    return new TraceParameters(TraceImpulse.lava(impulse), given);
  }

  private static MicrocodeRule rule(VectorReader one, Comparison comparison) {
    MicrocodeRule rule;
    try {
      rule = MicrocodeRule.parse(text(one, "dw"), text(one, "dd"), text(one, "dt"));
    } catch (RuleSyntaxException refused) {
      throw new BrokenVectorException(one.place() + ": " + refused.getMessage());
    }
    int exponent = one.has("decimate_exponent") ? one.integer("decimate_exponent", 0, 9) : -1;
    comparison.exact(
        rule.decimateExponent().orElse(-1), exponent, () -> one.place() + ", decimate_exponent");
    if (one.has("parsed")) {
      VectorReader parsed = one.object("parsed");
      compare(parsed, "dw", rule.dw(), rule, comparison);
      compare(parsed, "dd", rule.dd(), rule, comparison);
      compare(parsed, "dt", rule.dt(), rule, comparison);
    }
    return rule;
  }

  private static void compare(
      VectorReader parsed,
      String target,
      Optional<ProductSeries> series,
      MicrocodeRule rule,
      Comparison comparison) {
    boolean there = parsed.has(target);
    comparison.exact(
        series.isPresent() ? 1 : 0,
        there ? 1 : 0,
        () -> parsed.place() + ", " + target + " present");
    if (there && series.isPresent()) {
      ParsedProducts.compare(
          series.get(),
          rule.decimateExponent(),
          parsed.objects(target),
          parsed.place() + ", " + target,
          comparison);
    }
  }

  private static Optional<String> text(VectorReader one, String field) {
    return one.has(field) ? Optional.of(one.text(field)) : Optional.empty();
  }

  private static InitialSynapses initial(VectorReader one, int pre, int post) {
    int[][] weights = one.intMatrix("initial_weights", post, pre, -256, 255);
    InitialSynapses initial =
        InitialSynapses.zeros(pre, post).withWeights(weights, Fields.format(one));
    if (one.has("initial_tag_1")) {
      initial = initial.withTags(one.intMatrix("initial_tag_1", post, pre, -257, 255));
    }
    if (one.has("initial_tag_2")) {
      initial = initial.withDelays(one.intMatrix("initial_tag_2", post, pre, 0, 255));
    }
    return initial;
  }

  private static RecordedRandom random(VectorReader one, int steps, int epoch) {
    var readers = one.objects("random_per_step");
    if (readers.size() != steps) {
      throw new BrokenVectorException(
          "%s, random_per_step (%d elements) should be an array of %d"
              .formatted(one.place(), readers.size(), steps));
    }
    RecordedRandom.Step[] numbers = new RecordedRandom.Step[steps];
    for (int k = 0; k < steps; k++) {
      VectorReader step = readers.get(k);
      numbers[k] =
          new RecordedRandom.Step(
              step.integer("y_impulse_multi", 0, 127),
              step.number("x_decay"),
              step.integer("x_impulse", 0, 127),
              step.number("y_decay"),
              step.integer("y_impulse", 0, 127));
    }
    double[] epochs = one.numbers("random_weight_per_epoch", -1);
    if (epochs.length < steps / epoch) {
      throw new BrokenVectorException(
          "%s, random_weight_per_epoch (%d elements) should have %d"
              .formatted(one.place(), epochs.length, steps / epoch));
    }
    return new RecordedRandom(numbers, epochs);
  }
}
