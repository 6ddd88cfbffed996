package plastron.export.fidelity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.run.Recording;

/**
 * What a float model and a chip made of the same episodes. Owned by one thread at a time; adding
 * comparisons up in another order gives other last digits.
 */
final class EpisodeComparison {

  private int episodes;
  private int floatCorrect;
  private int chipCorrect;
  private int agreeing;
  private boolean traced;
  private final List<SpikeComparison> spikes;
  private final List<TraceComparison> traces;
  private final Map<String, Long> counters;

  /**
   * Compares one episode.
   *
   * @param populations names, the input first
   */
  EpisodeComparison(
      List<String> populations,
      Recording expected,
      Recording actual,
      boolean floatRight,
      boolean chipRight) {
    episodes = 1;
    floatCorrect = floatRight ? 1 : 0;
    chipCorrect = chipRight ? 1 : 0;
    agreeing = floatRight == chipRight ? 1 : 0;
    spikes = populations.stream().map(SpikeComparison::new).toList();
    traces = populations.stream().skip(1).map(TraceComparison::new).toList();
    counters = new TreeMap<>(actual.counters());
    for (int p = 0; p < spikes.size(); p++) {
      spikes.get(p).add(expected.spikes().get(p), actual.spikes().get(p));
    }
    addTraces(expected.traces(), actual.traces());
  }

  private void addTraces(List<List<float[][]>> expected, List<List<float[][]>> actual) {
    traced = !expected.isEmpty() && !actual.isEmpty();
    if (!traced) {
      return;
    }
    if (expected.size() != actual.size()) {
      throw new IllegalArgumentException(
          "Traces of the chip (%d windows) must have the float model's %d. Maybe the update interval was changed."
              .formatted(actual.size(), expected.size()));
    }
    for (int w = 0; w < expected.size(); w++) {
      for (int l = 0; l < traces.size(); l++) {
        traces.get(l).add(expected.get(w).get(l), actual.get(w).get(l));
      }
    }
  }

  /** Adds further episodes of the same model and chip. */
  void add(EpisodeComparison other) {
    episodes += other.episodes;
    floatCorrect += other.floatCorrect;
    chipCorrect += other.chipCorrect;
    agreeing += other.agreeing;
    traced |= other.traced;
    for (int p = 0; p < spikes.size(); p++) {
      spikes.get(p).add(other.spikes.get(p));
    }
    for (int l = 0; l < traces.size(); l++) {
      traces.get(l).add(other.traces.get(l));
    }
    other.counters.forEach((name, count) -> counters.merge(name, count, Math::addExact));
  }

  Accuracy accuracy() {
    return new Accuracy(episodes, floatCorrect, chipCorrect, agreeing);
  }

  List<SpikeAgreement> spikes() {
    return spikes.stream().map(SpikeComparison::agreement).toList();
  }

  /** Empty if a side recorded none. */
  List<TraceError> traces() {
    return traced ? traces.stream().map(TraceComparison::error).toList() : List.of();
  }

  Map<String, Long> counters() {
    return counters;
  }
}
