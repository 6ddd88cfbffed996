package plastron.export.predict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BiFunction;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.export.trace.TraceComparison;
import plastron.export.trace.TraceTimeline;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;

/**
 * States the error of every plastic layer: the rule that the chip computes runs beside the model's
 * own on the spikes that the model fires at the calibration inputs. Nothing of the chip is
 * emulated.
 */
public final class ErrorPrediction {

  /** More examples would change the prediction by less than what is stated leaves. */
  private static final int MOST_EXAMPLES = 16;

  private static final long SEED = 0x5EED;

  private ErrorPrediction() {}

  /**
   * States.
   *
   * @param model as it was trained
   * @param names what projections are called, in the order of declaration
   * @param rules by index of the projection: what the chip computes
   * @param interval steps between two updates on the chip
   * @param examples calibration inputs, at least one; the first few are used
   * @return one prediction for every one of {@code rules}, in their order
   */
  public static List<PredictedError> of(
      PlasticModel model,
      List<String> names,
      SortedMap<Integer, ComputedRule> rules,
      int interval,
      List<Input> examples) {
    List<Followed> layers = new ArrayList<>();
    rules.forEach((l, rule) -> layers.add(new Followed(model.graph(), l, names.get(l), rule)));
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    List<String> signals = List.copyOf(new TreeSet<>(model.graph().signals().keySet()));
    for (int e = 0; e < Math.min(examples.size(), MOST_EXAMPLES); e++) {
      runner.reset();
      Input example = examples.get(e);
      Recording reference = runner.run(example);
      List<Signal> given = signals.stream().map(example::signal).toList();
      for (Followed layer : layers) {
        layer.add(reference, given, interval, SEED + e);
      }
    }
    return layers.stream().map(layer -> layer.predicted()).toList();
  }

  /** A layer's rule with what was found so far. Owned by one thread. */
  private static final class Followed {
    private final int index;
    private final String name;
    private final int from;
    private final int to;
    private final int modulator;
    private final int updateInterval;
    private final ComputedRule rule;
    private final ComputedRule busier;
    private final List<Double> fullScales = new ArrayList<>();
    private double worst;
    private double sum;
    private final TraceComparison unrounded = new TraceComparison("");
    private double amplification;

    Followed(PlasticGraph graph, int index, String name, ComputedRule rule) {
      this.index = index;
      this.name = name;
      PlasticProjection projection = graph.projections().get(index);
      from = graph.index(projection.from());
      to = graph.index(projection.to());
      modulator = graph.modulators(projection).values().stream().findFirst().orElse(-1);
      updateInterval = graph.clock().updateInterval();
      this.rule = rule;
      busier = rule.busier(PredictedError.BUSIER);
    }

    void add(Recording reference, List<Signal> given, int interval, long seed) {
      List<float[][]> expected =
          reference.traces().stream().map(window -> window.get(index)).toList();
      int steps = reference.spikes().getFirst().steps();
      BiFunction<ComputedRule, Holding, RuleRun> runs =
          (computed, holding) ->
              new RuleRun(
                  computed,
                  reference.spikes(),
                  from,
                  to,
                  modulator,
                  given,
                  new SplittableRandom(seed),
                  holding);
      TraceTimeline reached = TraceTimeline.ofLayer(expected, updateInterval);
      TraceComparison rounded = new TraceComparison("");
      compare(reached, course(runs.apply(rule, Holding.ROUNDED), steps, interval), steps, rounded);
      compare(
          reached, course(runs.apply(rule, Holding.BOUNDED), steps, interval), steps, unrounded);
      fullScales.add(rounded.error().fullScale());
      worst = Math.max(worst, rounded.error().rms());
      sum += rounded.error().rms();
      amplification =
          Math.max(
              amplification,
              new Amplification(
                      runs.apply(busier, Holding.FREE),
                      runs.apply(busier, Holding.FREE),
                      new SplittableRandom(seed))
                  .over(steps, interval));
    }

    PredictedError predicted() {
      return new PredictedError(
          new StatedError(
              name,
              bound(Collections.max(fullScales)),
              bound(stated()),
              bound(unrounded.error().rms())),
          bound(amplification),
          bound(spread()));
    }

    private double spread() {
      List<Double> sorted = fullScales.stream().sorted().toList();
      return sorted.getLast() == 0 ? 1 : sorted.getLast() / sorted.get(sorted.size() / 2);
    }

    /**
     * Twice what is predicted of the worst example where all examples are alike, and more where
     * they differ: then fresh inputs may be worse than all of them.
     */
    private double stated() {
      return worst == 0 ? 0 : worst * (1 + worst * fullScales.size() / sum);
    }

    /** What is no number any more is bounded by nothing. */
    private static double bound(double value) {
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
  }

  private static void compare(
      TraceTimeline expected, TraceTimeline actual, int steps, TraceComparison comparison) {
    TraceTimeline.compare(expected, actual, steps, List.of(comparison));
  }

  private static TraceTimeline course(RuleRun run, int steps, int interval) {
    List<float[][]> course = new ArrayList<>();
    for (int t = 0; t < steps; t++) {
      if (run.step(t, interval)) {
        course.add(floats(run.plastic()));
      }
    }
    return TraceTimeline.ofLayer(course, interval);
  }

  private static float[][] floats(double[][] values) {
    float[][] floats = new float[values.length][];
    for (int j = 0; j < values.length; j++) {
      floats[j] = new float[values[j].length];
      for (int i = 0; i < values[j].length; i++) {
        floats[j][i] = (float) values[j][i];
      }
    }
    return floats;
  }
}
