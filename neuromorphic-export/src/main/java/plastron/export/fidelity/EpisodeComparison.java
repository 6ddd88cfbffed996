package plastron.export.fidelity;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import plastron.core.run.Recording;
import plastron.export.operation.Activity;
import plastron.export.trace.TraceComparison;
import plastron.export.trace.TraceError;
import plastron.export.trace.TraceTimeline;

/**
 * What a float model and a chip made of the same episodes. Owned by one thread at a time; adding
 * comparisons up in another order gives other last digits.
 */
public final class EpisodeComparison {

  private int episodes;
  private int floatCorrect;
  private int chipCorrect;
  private int agreeing;
  private final List<SpikeComparison> spikes;
  private final List<TraceComparison> traces;
  private final List<TraceComparison> driven;
  private final Map<String, Long> counters;
  private final Activity activity;

  /**
   * Compares one episode.
   *
   * @param populations names
   * @param layers names, in the order of traces
   * @param floatInterval steps between updates of the float model
   * @param chipInterval steps between updates of the chip
   */
  EpisodeComparison(
      List<String> populations,
      List<String> layers,
      Recording expected,
      int floatInterval,
      Recording actual,
      int chipInterval,
      boolean floatRight,
      boolean chipRight) {
    episodes = 1;
    floatCorrect = floatRight ? 1 : 0;
    chipCorrect = chipRight ? 1 : 0;
    agreeing = floatRight == chipRight ? 1 : 0;
    spikes = populations.stream().map(SpikeComparison::new).toList();
    traces = layers.stream().map(TraceComparison::new).toList();
    driven = layers.stream().map(TraceComparison::new).toList();
    counters = new TreeMap<>(actual.counters());
    activity = new Activity(actual.spikes(), chipInterval);
    for (int p = 0; p < spikes.size(); p++) {
      spikes.get(p).add(expected.spikes().get(p), actual.spikes().get(p));
    }
    TraceTimeline.compare(
        new TraceTimeline(expected.traces(), floatInterval),
        new TraceTimeline(actual.traces(), chipInterval),
        expected.spikes().getFirst().steps(),
        traces);
  }

  /** Adds what the chip learned from the float model's spikes. */
  EpisodeComparison drivenBy(
      Recording expected, int floatInterval, Recording actual, int chipInterval) {
    TraceTimeline.compare(
        new TraceTimeline(expected.traces(), floatInterval),
        new TraceTimeline(actual.traces(), chipInterval),
        expected.spikes().getFirst().steps(),
        driven);
    return this;
  }

  /** Adds further episodes of the same model and chip. */
  void add(EpisodeComparison other) {
    episodes += other.episodes;
    floatCorrect += other.floatCorrect;
    chipCorrect += other.chipCorrect;
    agreeing += other.agreeing;
    for (int p = 0; p < spikes.size(); p++) {
      spikes.get(p).add(other.spikes.get(p));
    }
    for (int l = 0; l < traces.size(); l++) {
      traces.get(l).add(other.traces.get(l));
    }
    for (int l = 0; l < driven.size(); l++) {
      driven.get(l).add(other.driven.get(l));
    }
    activity.add(other.activity);
    other.counters.forEach((name, count) -> counters.merge(name, count, Math::addExact));
  }

  /** How many episodes each side solves. */
  public Accuracy accuracy() {
    return new Accuracy(episodes, floatCorrect, chipCorrect, agreeing);
  }

  /** By population. */
  public List<SpikeAgreement> spikes() {
    return spikes.stream().map(SpikeComparison::agreement).toList();
  }

  /** By layer. */
  public List<TraceError> traces() {
    return traces.stream().map(TraceComparison::error).toList();
  }

  /** The same with both sides driven by the float model's spikes. */
  public List<TraceError> driven() {
    return driven.stream().map(TraceComparison::error).toList();
  }

  Map<String, Long> counters() {
    return counters;
  }

  /** What the chip did. */
  Activity activity() {
    return activity;
  }
}
