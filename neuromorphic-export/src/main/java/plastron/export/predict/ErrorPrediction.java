package plastron.export.predict;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/**
 * States the error of every plastic layer: the rule that the chip computes runs beside the model's
 * own on the spikes that the model fires at the calibration inputs. Nothing of the chip is
 * emulated.
 */
public final class ErrorPrediction {

  /** What is stated is this many times what is predicted: fresh inputs are not the examples. */
  static final double MARGIN = 1.5;

  /** More examples would change the prediction by less than the margin leaves. */
  private static final int MOST_EXAMPLES = 16;

  private static final long SEED = 0x5EED;

  private ErrorPrediction() {}

  /**
   * States.
   *
   * @param model as it was trained
   * @param rules by index of the layer: what the chip computes
   * @param interval steps between two updates on the chip
   * @param examples calibration inputs, at least one; the first few are used
   * @return one statement for every one of {@code rules}, in the order of the layers
   */
  public static List<StatedError> of(
      PlasticModel model,
      SortedMap<Integer, ComputedRule> rules,
      int interval,
      List<SpikeRaster> examples) {
    List<Followed> layers = new ArrayList<>();
    rules.forEach((l, rule) -> layers.add(new Followed(l, rule)));
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    for (int e = 0; e < Math.min(examples.size(), MOST_EXAMPLES); e++) {
      runner.reset();
      Recording reference = runner.run(examples.get(e));
      for (Followed layer : layers) {
        layer.add(model, reference, interval, SEED + e);
      }
    }
    return layers.stream().map(layer -> layer.stated(model)).toList();
  }

  /** A layer's rule with what was found so far. */
  private record Followed(
      int index, ComputedRule rule, TraceDifference rounded, TraceDifference unrounded) {

    Followed(int index, ComputedRule rule) {
      this(index, rule, new TraceDifference(), new TraceDifference());
    }

    void add(PlasticModel model, Recording reference, int interval, long seed) {
      List<float[][]> expected =
          reference.traces().stream().map(window -> window.get(index)).toList();
      int steps = reference.spikes().getFirst().steps();
      int modulator = model.layers().get(index).modulatorPopulation();
      for (boolean rounds : new boolean[] {true, false}) {
        RuleRun run =
            new RuleRun(
                rule, reference.spikes(), index, modulator, new SplittableRandom(seed), rounds);
        (rounds ? rounded : unrounded)
            .add(steps, expected, model.updateInterval(), course(run, steps, interval), interval);
      }
    }

    StatedError stated(PlasticModel model) {
      return new StatedError(
          model.layers().get(index).name(),
          bound(rounded.fullScale()),
          bound(MARGIN * rounded.rms()),
          bound(unrounded.rms()));
    }

    /** What is no number any more is bounded by nothing. */
    private static double bound(double value) {
      return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
    }
  }

  private static List<float[][]> course(RuleRun run, int steps, int interval) {
    List<float[][]> course = new ArrayList<>();
    double[][] plastic = run.synapses();
    for (int t = 0; t < steps; t++) {
      int toWindowEnd = interval - 1 - t % interval;
      run.step(t, toWindowEnd);
      if (toWindowEnd == 0) {
        run.update();
        run.plastic(plastic);
        course.add(floats(plastic));
      }
    }
    return course;
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
