package plastron.export.fidelity;

import java.util.ArrayList;
import java.util.List;
import plastron.export.trace.TraceError;

/**
 * Holds what was measured against bounds. Populations and layers that give nothing to compare are
 * not judged, and named.
 */
final class Judgement {

  /** Where shuffled spikes coincide to this share already, the rest is too little to judge. */
  private static final double MOST_CHANCE = 0.95;

  private final FidelityBounds bounds;
  private final List<FidelityCheck> checks = new ArrayList<>();
  private final List<String> unjudged = new ArrayList<>();

  /**
   * @param spikes of the populations that compute
   * @param learns whether rules run on the chip
   */
  Judgement(
      FidelityBounds bounds,
      Accuracy accuracy,
      List<SpikeAgreement> spikes,
      List<TraceError> traces,
      List<DrivenError> driven,
      boolean learns) {
    this.bounds = bounds;
    check("chip", Criterion.ACCURACY_LOSS, accuracy.lossPoints());
    spikes.forEach(this::spikes);
    traces.forEach(this::traces);
    driven.forEach(this::driven);
    if (learns && traces.stream().allMatch(t -> t.entries() == 0)) {
      unjudged.add("No rule acted in any episode: what the chip learns was not compared.");
    }
  }

  private void spikes(SpikeAgreement s) {
    if (s.floatSpikes() + s.chipSpikes() == 0) {
      unjudged.add(
          "Layer %s is silent on both sides: its spikes say nothing.".formatted(s.population()));
      return;
    }
    check(s.population(), Criterion.SPIKE_RATIO, s.ratio());
    check(s.population(), Criterion.RATE_ERROR, s.rateError());
    if (s.chance() > MOST_CHANCE) {
      unjudged.add(
          "Layer %s fires so densely that spikes moved in time coincide as well: their times say nothing."
              .formatted(s.population()));
    } else {
      check(s.population(), Criterion.COINCIDENCE, s.aboveChance());
    }
  }

  private void traces(TraceError t) {
    if (t.entries() == 0 || (t.fullScale() == 0 && t.max() == 0)) {
      return;
    }
    check(t.layer(), Criterion.TRACE_RMS, t.relativeRms());
    check(t.layer(), Criterion.TRACE_ERROR, t.relativeError());
    check(t.layer(), Criterion.TRACE_CORRELATION, t.correlation());
  }

  private void driven(DrivenError error) {
    if (error.stated().isPresent()) {
      check(error.layer(), Criterion.STATED_ERROR, error.ofStated());
    } else {
      unjudged.add(
          "The export states no error for layer %s: what its rule does with the same spikes was not judged."
              .formatted(error.layer()));
    }
  }

  private void check(String subject, Criterion criterion, double measured) {
    checks.add(new FidelityCheck(subject, criterion, measured, bounds.of(criterion)));
  }

  /** All that was judged, layer by layer. */
  List<FidelityCheck> checks() {
    return List.copyOf(checks);
  }

  /** A sentence for everything that could not be judged. */
  List<String> unjudged() {
    return List.copyOf(unjudged);
  }
}
