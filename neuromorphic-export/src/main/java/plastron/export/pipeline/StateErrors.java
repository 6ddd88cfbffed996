package plastron.export.pipeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import plastron.core.run.Input;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.predict.ComputedRule;
import plastron.export.predict.ErrorPrediction;
import plastron.export.predict.PredictedError;
import plastron.export.predict.StatedError;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.QuantizedLayer;
import plastron.export.stage.QuantizedModel;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/**
 * States how far the chip's learning will be from the model's, and says by name where that is far.
 * A model trained for the chip is not refused for its numbers; a rule that diverges is.
 */
final class StateErrors {

  private StateErrors() {}

  /** The statements, one a plastic layer, but for those that calibration did not change. */
  static <P> List<StatedError> state(
      PlasticModel model,
      QuantizedModel<P> quantized,
      ChipProfile<?, P> profile,
      List<Input> examples,
      Diagnostics diagnostics) {
    SortedMap<Integer, ComputedRule> rules = new TreeMap<>();
    for (int l = 0; l < quantized.layers().size(); l++) {
      int layer = l;
      profile.computed(quantized.layers().get(l)).ifPresent(rule -> rules.put(layer, rule));
    }
    if (rules.isEmpty()) {
      return List.of();
    }
    int interval = quantized.outline().updateInterval();
    List<StatedError> stated = new ArrayList<>();
    String prefix = profile.codePrefix();
    List<String> names = quantized.layers().stream().map(QuantizedLayer::name).toList();
    for (PredictedError predicted : ErrorPrediction.of(model, names, rules, interval, examples)) {
      StatedError error = predicted.stated();
      PlasticProjection projection = model.graph().projections().get(names.indexOf(error.layer()));
      String subject = "layer %s, rule %s".formatted(error.layer(), projection.rule().name());
      if (error.fullScale() == 0 && learns(model.graph(), projection)) {
        diagnostics.lossy(
            prefix + "-UNSTATED",
            subject,
            "calibration (%d examples) changed no synapse, so no error can be stated and ranges are guesses."
                .formatted(examples.size()),
            "Maybe calibrate on inputs at which both sides of the layer fire.");
      } else if (Double.isInfinite(error.rms())) {
        diagnostics.refuse(
            prefix + "-ERROR",
            subject,
            "alpha.E is no finite number in the examples: the rule diverges.",
            "Maybe use a smaller learning rate or a smaller clip.");
      } else if (!predicted.isSeen()) {
        diagnostics.lossy(
            prefix + "-UNSTATED",
            subject,
            "calibration (%d examples, of which %d changed a synapse) says too little about others, so no error can be stated; expected at least %d that do."
                .formatted(examples.size(), predicted.telling(), PredictedError.FEWEST_EXAMPLES),
            "Maybe calibrate on more examples.");
      } else if (!predicted.isTypical()) {
        diagnostics.lossy(
            prefix + "-UNSTATED",
            subject,
            String.format(
                Locale.ROOT,
                "alpha.E reaches %.3g in one of the examples, %.3g times what it reaches in the"
                    + " median of them, expected at most %s: others may go as far beyond, and no"
                    + " error can be stated.",
                error.fullScale(),
                predicted.spread(),
                PredictedError.LARGEST_SPREAD),
            "Maybe use a smaller learning rate, or calibrate on more examples.");
      } else if (!predicted.isFree()) {
        diagnostics.lossy(
            prefix + "-UNSTATED",
            subject,
            String.format(
                Locale.ROOT,
                "a share of %.2g of what alpha.E was in the examples is short of the rule's own"
                    + " bound, expected at least %s: errors that the bound does not cut off were"
                    + " not seen, and none can be stated.",
                predicted.free(),
                PredictedError.LEAST_FREE),
            "Maybe use a smaller learning rate or a larger clip.");
      } else if (!predicted.isStable()) {
        diagnostics.lossy(
            prefix + "-UNSTATED",
            subject,
            String.format(
                Locale.ROOT,
                "at rates %s times those of calibration the rule makes a difference of two traces"
                    + " grow %.3g-fold within an example, and so every rounding error: none can be"
                    + " stated.",
                PredictedError.BUSIER,
                predicted.amplification()),
            "Maybe use a smaller learning rate or a larger reference rate: Oja forms are stable"
                + " while eta (1 + |x|^2) is below 2.");
      } else if (error.isSmall() && !predicted.hasRoom()) {
        diagnostics.lossy(
            prefix + "-UNSTATED",
            subject,
            String.format(
                Locale.ROOT,
                "at inputs with half of the spikes of another example beside their own, the error"
                    + " would be %.3g times what could be stated, expected at most %s: ranges end"
                    + " there, and no error can be stated.",
                predicted.strain(),
                PredictedError.LARGEST_STRAIN),
            "Maybe calibrate on the busiest inputs there are, or use a smaller learning rate.");
      } else {
        stated.add(error);
        if (!error.isSmall()) {
          diagnostics.lossy(
              prefix + "-ERROR", subject, sentence(error), wayOut(error, profile.name()));
        }
      }
    }
    diagnostics.throwIfRefused();
    return stated;
  }

  private static String sentence(StatedError error) {
    return String.format(
        Locale.ROOT,
        "alpha.E will be off by up to %.3g of its full scale (%.4g), expected at most %s; without"
            + " rounding it would be %.3g.",
        error.relative(),
        error.fullScale(),
        StatedError.MOST_RELATIVE,
        error.systematic() / error.fullScale());
  }

  private static String wayOut(StatedError error, String chip) {
    return error.systematic() > 0.25 * error.rms()
        ? "Maybe train with --hardware %s, whose rates and coefficients are the chip's, or with an update interval that is a power of two."
            .formatted(chip)
        : "Maybe train with larger learning rates or larger alpha: the chip's steps are too coarse"
            + " for these updates.";
  }

  /** Whether any rates would change a weight: tried with a few drawn ones. */
  private static boolean learns(PlasticGraph graph, PlasticProjection projection) {
    RuleDerivation rule = RuleDerivation.of(projection.rule());
    RuleShape64 shape =
        new RuleShape64(
            graph.pre(projection),
            graph.population(projection.to()).size(),
            graph.modulatorSizes(projection),
            Axis.PRE);
    RuleProgram64 program = new RuleProgram64(rule, shape);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    RandomGenerator random = new SplittableRandom(1);
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.PARAMETER) {
        frame.value[rule.index(symbol)] = projection.parameter(symbol.name());
      } else if (symbol.role() == Role.ACTIVITY || symbol.role() == Role.EXTERNAL) {
        for (double[] row : frame.value[rule.index(symbol)]) {
          Arrays.setAll(row, i -> 0.5 + random.nextDouble());
        }
      }
    }
    double[][] before = shape.zeros(Axis.SYNAPSE);
    double[][] after = shape.zeros(Axis.SYNAPSE);
    program.weight(frame, before);
    // What single spikes leave, all states may have.
    for (Symbol state :
        rule.rule().isTimed() ? rule.rule().symbols(Role.STATE) : List.<Symbol>of()) {
      for (double[] row : frame.value[rule.index(state)]) {
        Arrays.setAll(row, i -> 0.5 + random.nextDouble());
      }
    }
    for (int window = 0; window < 3; window++) {
      program.update(frame);
      for (int u = 0; u < frame.next.length; u++) {
        int s = rule.index(rule.updates().get(u).state());
        double[][] old = frame.value[s];
        frame.value[s] = frame.next[u];
        frame.next[u] = old;
      }
    }
    program.weight(frame, after);
    return !Arrays.deepEquals(before, after);
  }
}
