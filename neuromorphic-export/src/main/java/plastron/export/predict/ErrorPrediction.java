package plastron.export.predict;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.export.trace.TraceComparison;
import plastron.export.trace.TraceError;
import plastron.export.trace.TraceTimeline;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;

/**
 * States the error of every plastic layer: the rule that the chip computes runs beside the model's
 * own on the spikes that the model fires at the calibration inputs. Nothing of the chip is
 * emulated. Long, because candidates and what is stated are judged by the same comparison.
 */
public final class ErrorPrediction {

  /** More examples would change the prediction by less than what is stated leaves. */
  private static final int MOST_EXAMPLES = 16;

  /** As many of them are tried once more with further spikes. */
  private static final int MOST_BUSIER = 8;

  /** Share of another example's spikes that a busier one has beside its own. */
  private static final double FURTHER_SPIKES = 0.5;

  private static final long SEED = 0x5EED;

  /** Each of them with further spikes, too: what saturates there is no good choice. */
  private static final int MOST_TRIED = 8;

  /** What is stated is drawn anew: it must not owe anything to luck in the choice. */
  private static final long CANDIDATE_SEED = 0x5EED_0000;

  private ErrorPrediction() {}

  /**
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
      Example example = Example.of(runner, examples.get(e), signals, SEED + e);
      for (Followed layer : layers) {
        layer.add(example, interval);
      }
    }
    for (int e = 0; examples.size() > 1 && e < Math.min(examples.size(), MOST_BUSIER); e++) {
      runner.reset();
      Input other = examples.get((e + 1) % examples.size());
      Input more = busier(examples.get(e), other, SEED + e);
      Example example = Example.of(runner, more, signals, SEED + e);
      for (Followed layer : layers) {
        layer.strain(example, interval);
      }
    }
    return layers.stream().map(layer -> layer.predicted()).toList();
  }

  /**
   * A program that a layer could have.
   *
   * @param layer index of the projection
   * @param rule what the chip would compute
   */
  public record Candidate(int layer, ComputedRule rule) {}

  /**
   * How a candidate does on calibration inputs.
   *
   * @param stable whether its errors do not grow by themselves, so that they can be stated
   * @param error over full scale (RMS), infinite where the rule diverges
   */
  public record Trial(boolean stable, double error) {}

  /**
   * Tries programs on calibration inputs.
   *
   * @param interval steps between two updates on the chip
   * @param examples calibration inputs, at least one; the first few are used
   * @return one for every candidate, in their order
   */
  public static List<Trial> trials(
      PlasticModel model, List<Candidate> candidates, int interval, List<Input> examples) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    List<Followed> layers =
        candidates.stream().map(c -> new Followed(model.graph(), c.layer(), "", c.rule())).toList();
    List<TraceComparison> differences =
        candidates.stream().map(c -> new TraceComparison("")).toList();
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    List<String> signals = List.copyOf(new TreeSet<>(model.graph().signals().keySet()));
    for (int e = 0; e < Math.min(examples.size(), MOST_TRIED); e++) {
      Input other = examples.get((e + 1) % examples.size());
      for (Input tried : List.of(examples.get(e), busier(examples.get(e), other, SEED + e))) {
        runner.reset();
        Example example = Example.of(runner, tried, signals, CANDIDATE_SEED + e);
        for (int c = 0; c < layers.size(); c++) {
          layers.get(c).compare(example, Holding.ROUNDED, interval, differences.get(c));
          layers.get(c).amplify(example, interval);
        }
      }
    }
    return IntStream.range(0, layers.size())
        .mapToObj(c -> layers.get(c).trial(differences.get(c).error()))
        .toList();
  }

  private static Input busier(Input example, Input other, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int k = 0; k < example.spikes().size(); k++) {
      spikes.add(busier(example.spikes().get(k), other.spikes().get(k), random));
    }
    return new Input(spikes, example.signals());
  }

  private static SpikeRaster busier(
      SpikeRaster example, SpikeRaster other, RandomGenerator random) {
    SpikeRaster busier = new SpikeRaster(example.steps(), example.neurons());
    for (int t = 0; t < example.steps(); t++) {
      for (int n = 0; n < example.neurons(); n++) {
        boolean further =
            t < other.steps() && other.get(t, n) && random.nextDouble() < FURTHER_SPIKES;
        if (further || example.get(t, n)) {
          busier.set(t, n);
        }
      }
    }
    return busier;
  }

  /**
   * An episode of the model.
   *
   * @param signals given in it, in the order of their names
   * @param seed of what a chip rounds at random
   */
  private record Example(Recording reference, List<Signal> signals, long seed) {
    static Example of(PlasticRunner runner, Input input, List<String> signals, long seed) {
      return new Example(runner.run(input), signals.stream().map(input::signal).toList(), seed);
    }

    int steps() {
      return reference.spikes().getFirst().steps();
    }
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
    private double strained;
    private double sum;
    private final TraceComparison unrounded = new TraceComparison("");
    private final LargestReadings readings = new LargestReadings();
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

    void add(Example example, int interval) {
      TraceComparison rounded = new TraceComparison("");
      compare(example, Holding.ROUNDED, interval, rounded);
      compare(example, Holding.BOUNDED, interval, unrounded);
      example.reference().traces().forEach(window -> readings.add(window.get(index)));
      fullScales.add(rounded.error().fullScale());
      worst = Math.max(worst, rounded.error().rms());
      sum += rounded.error().rms();
      amplify(example, interval);
    }

    /** Follows two traces that differ little. */
    void amplify(Example example, int interval) {
      amplification =
          Math.max(
              amplification,
              new Amplification(
                      run(busier, example, Holding.FREE),
                      run(busier, example, Holding.FREE),
                      new SplittableRandom(example.seed()))
                  .over(example.steps(), interval));
    }

    /** Adds an example that is busier than those that the statement is made of. */
    void strain(Example example, int interval) {
      TraceComparison rounded = new TraceComparison("");
      compare(example, Holding.ROUNDED, interval, rounded);
      strained = Math.max(strained, bound(rounded.error().rms()));
    }

    private void compare(
        Example example, Holding holding, int interval, TraceComparison comparison) {
      List<float[][]> expected =
          example.reference().traces().stream().map(window -> window.get(index)).toList();
      TraceTimeline.compare(
          TraceTimeline.ofLayer(expected, updateInterval),
          course(run(rule, example, holding), example.steps(), interval),
          example.steps(),
          List.of(comparison));
    }

    private RuleRun run(ComputedRule computed, Example example, Holding holding) {
      return new RuleRun(
          computed,
          example.reference().spikes(),
          from,
          to,
          modulator,
          example.signals(),
          new SplittableRandom(example.seed()),
          holding);
    }

    Trial trial(TraceError difference) {
      return new Trial(
          PredictedError.isStable(bound(amplification)), bound(difference.relativeRms()));
    }

    PredictedError predicted() {
      return new PredictedError(
          new StatedError(
              name,
              bound(Collections.max(fullScales)),
              bound(stated()),
              bound(unrounded.error().rms())),
          (int) fullScales.stream().filter(scale -> scale > 0).count(),
          bound(amplification),
          bound(spread()),
          strained == 0 ? 0 : strained / bound(stated()),
          readings.shareBelow());
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
