package plastron.export.fidelity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.image.ImageLayer;
import plastron.export.profile.Tally;

/**
 * The measured difference between a float model and a chip.
 *
 * @param profile name of the chip
 * @param model name of the model
 * @param accuracy of both
 * @param spikes by population, the input included
 * @param traces by layer; empty if a side records none
 * @param counters saturations, overflows and the like of the chip, over all episodes
 * @param layers with the steps and errors of every rounded parameter
 * @param diagnostics every lossy choice and warning of the compilation
 * @param bounds what had to be kept
 */
public record FidelityReport(
    String profile,
    String model,
    Accuracy accuracy,
    List<SpikeAgreement> spikes,
    List<TraceError> traces,
    List<Tally> counters,
    List<ImageLayer> layers,
    List<Diagnostic> diagnostics,
    FidelityBounds bounds) {

  public FidelityReport {
    spikes = List.copyOf(spikes);
    traces = List.copyOf(traces);
    counters = List.copyOf(counters);
    layers = List.copyOf(layers);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether every bound is kept. */
  public boolean passes() {
    return violations().isEmpty();
  }

  /** One sentence with the numbers for every bound that is not kept. */
  public List<String> violations() {
    List<String> found = new ArrayList<>();
    if (!(accuracy.lossPoints() <= bounds.accuracyLossPoints())) {
      found.add(
          String.format(
              Locale.ROOT,
              "The chip loses %.2f points of accuracy, allowed are %s.",
              accuracy.lossPoints(),
              bounds.accuracyLossPoints()));
    }
    for (TraceError trace : traces) {
      if (!(trace.relativeRms() <= bounds.traceRms())) {
        found.add(
            String.format(
                Locale.ROOT,
                "The traces of layer %s are off by %.4f of full scale (RMS), allowed are %s.",
                trace.layer(),
                trace.relativeRms(),
                bounds.traceRms()));
      }
    }
    boolean learns = layers.stream().anyMatch(layer -> !layer.reset().isEmpty());
    if (learns && traces.isEmpty() && Double.isFinite(bounds.traceRms())) {
      found.add(
          String.format(
              Locale.ROOT,
              "The traces were not compared, allowed are errors of %s of full scale (RMS). Maybe"
                  + " train with an update interval that the chip keeps, or allow any error.",
              bounds.traceRms()));
    }
    for (SpikeAgreement agreement : spikes) {
      if (!(agreement.coincidence() >= bounds.coincidence())) {
        found.add(
            String.format(
                Locale.ROOT,
                "Spikes of population %s coincide to %.4f, needed are %s.",
                agreement.population(),
                agreement.coincidence(),
                bounds.coincidence()));
      }
    }
    return List.copyOf(found);
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
