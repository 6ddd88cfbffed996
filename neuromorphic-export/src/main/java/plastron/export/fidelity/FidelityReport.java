package plastron.export.fidelity;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.image.ImageLayer;
import plastron.export.operation.ChipOperations;
import plastron.export.profile.Tally;
import plastron.export.range.AccumulatorRange;
import plastron.export.trace.TraceError;

/**
 * The measured difference between a float model and a chip.
 *
 * @param profile name of the chip
 * @param model name of the model
 * @param accuracy of both
 * @param rounded episodes that the float model solves once it is rounded as in training; empty if
 *     that was not tried
 * @param spikes by population, the spike sources included
 * @param traces by layer; without entries if no rule acted
 * @param driven by plastic layer: the same with both sides driven by the float model's spikes, in
 *     the first episodes
 * @param counters saturations, overflows and the like of the chip, over all episodes
 * @param ranges how far the chip's accumulators are from their ends
 * @param operations of the chip in an episode; empty if its profile counts none
 * @param layers with the steps and errors of every rounded parameter
 * @param diagnostics every lossy choice and warning of the compilation
 * @param bounds what had to be kept
 */
public record FidelityReport(
    String profile,
    String model,
    Accuracy accuracy,
    OptionalInt rounded,
    List<SpikeAgreement> spikes,
    List<TraceError> traces,
    List<DrivenError> driven,
    List<Tally> counters,
    List<AccumulatorRange> ranges,
    Optional<ChipOperations> operations,
    List<ImageLayer> layers,
    List<Diagnostic> diagnostics,
    FidelityBounds bounds) {

  public FidelityReport {
    spikes = List.copyOf(spikes);
    traces = List.copyOf(traces);
    driven = List.copyOf(driven);
    counters = List.copyOf(counters);
    ranges = List.copyOf(ranges);
    layers = List.copyOf(layers);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The same with how many of the episodes the float model solves once it is rounded as in
   * training.
   */
  public FidelityReport withRounded(int solved) {
    return new FidelityReport(
        profile,
        model,
        accuracy,
        OptionalInt.of(solved),
        spikes,
        traces,
        driven,
        counters,
        ranges,
        operations,
        layers,
        diagnostics,
        bounds);
  }

  /** Everything that is judged, by layers. */
  public List<FidelityCheck> checks() {
    return judgement().checks();
  }

  /** A sentence for everything that gave nothing to judge. */
  public List<String> unjudged() {
    return judgement().unjudged();
  }

  private Judgement judgement() {
    // Both sides are given the spikes of populations that no layer leads to.
    List<SpikeAgreement> computed =
        IntStream.range(0, spikes.size())
            .filter(p -> layers.stream().anyMatch(layer -> layer.to() == p))
            .mapToObj(spikes::get)
            .toList();
    return new Judgement(bounds, accuracy, computed, traces, driven, learns());
  }

  /** Whether the chip learns at all. */
  boolean learns() {
    return layers.stream().anyMatch(layer -> !layer.program().isEmpty());
  }

  /** Whether every bound is kept. */
  public boolean passes() {
    return violations().isEmpty();
  }

  /** One sentence with the numbers for every bound that is not kept. */
  public List<String> violations() {
    return checks().stream().filter(check -> !check.kept()).map(FidelityCheck::sentence).toList();
  }

  /** The report for people, as Markdown. */
  public String toMarkdown() {
    return FidelityMarkdown.print(this);
  }

  /** The report for programs, as JSON. */
  public String toJson() {
    return FidelityJson.print(this);
  }
}
