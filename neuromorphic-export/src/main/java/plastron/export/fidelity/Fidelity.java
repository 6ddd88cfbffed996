package plastron.export.fidelity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;

/** Runs a float model and a chip on the same inputs and measures the difference. */
public final class Fidelity {

  private Fidelity() {}

  /**
   * Compares.
   *
   * @param floatRunner the model as it was trained, recording traces
   * @param chipRunner the emulator of {@code image}
   * @param image what the chip is loaded with
   * @param episodes inputs, at least one; every one starts from rest
   * @param readout the task's verdict
   * @param bounds what has to be kept
   */
  public static FidelityReport compare(
      Runner floatRunner,
      Runner chipRunner,
      ChipImage image,
      List<SpikeRaster> episodes,
      Readout readout,
      FidelityBounds bounds) {
    if (episodes.isEmpty()) {
      throw new IllegalArgumentException("Comparison (0 episodes) needs at least one.");
    }
    List<String> layers = image.layers().stream().map(ImageLayer::name).toList();
    List<SpikeComparison> spikes =
        IntStream.rangeClosed(0, layers.size())
            .mapToObj(p -> new SpikeComparison(p == 0 ? "input" : layers.get(p - 1)))
            .toList();
    List<TraceComparison> traces = layers.stream().map(TraceComparison::new).toList();
    Map<String, Long> counters = new TreeMap<>();
    boolean traced = false;
    int floatCorrect = 0;
    int chipCorrect = 0;
    int agreeing = 0;
    for (int e = 0; e < episodes.size(); e++) {
      Recording expected = episode(floatRunner, episodes.get(e));
      Recording actual = episode(chipRunner, episodes.get(e));
      for (int p = 0; p < spikes.size(); p++) {
        spikes.get(p).add(expected.spikes().get(p), actual.spikes().get(p));
      }
      traced |= addTraces(traces, expected, actual);
      actual.counters().forEach((name, count) -> counters.merge(name, count, Math::addExact));
      boolean floatRight = readout.correct(expected.output(), e);
      boolean chipRight = readout.correct(actual.output(), e);
      floatCorrect += floatRight ? 1 : 0;
      chipCorrect += chipRight ? 1 : 0;
      agreeing += floatRight == chipRight ? 1 : 0;
    }
    return new FidelityReport(
        image.profile(),
        image.model(),
        new Accuracy(episodes.size(), floatCorrect, chipCorrect, agreeing),
        spikes.stream().map(SpikeComparison::agreement).toList(),
        traced ? traces.stream().map(TraceComparison::error).toList() : List.of(),
        counters,
        image.layers(),
        image.diagnostics(),
        bounds);
  }

  private static Recording episode(Runner runner, SpikeRaster input) {
    runner.reset();
    return runner.run(input);
  }

  private static boolean addTraces(
      List<TraceComparison> comparisons, Recording expected, Recording actual) {
    List<List<float[][]>> left = expected.traces();
    List<List<float[][]>> right = actual.traces();
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    if (left.size() != right.size()) {
      throw new IllegalArgumentException(
          "Traces of the chip (%d windows) must have the float model's %d. Maybe the update interval was changed."
              .formatted(right.size(), left.size()));
    }
    for (int w = 0; w < left.size(); w++) {
      for (int l = 0; l < comparisons.size(); l++) {
        comparisons.get(l).add(left.get(w).get(l), right.get(w).get(l));
      }
    }
    return true;
  }
}
