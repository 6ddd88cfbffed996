package plastron.export.fidelity;

import java.util.Locale;
import java.util.stream.Stream;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ImageLayer;
import plastron.export.profile.Tally;

/** Prints a {@link FidelityReport} as Markdown. */
final class FidelityMarkdown {

  private final StringBuilder text = new StringBuilder();

  private FidelityMarkdown() {}

  static String print(FidelityReport report) {
    FidelityMarkdown page = new FidelityMarkdown();
    page.head(report);
    page.spikes(report);
    page.traces(report);
    page.counters(report);
    page.parameters(report);
    page.diagnostics(report);
    return page.text.toString();
  }

  private void head(FidelityReport report) {
    line("# Fidelity of " + report.model() + " on " + report.profile());
    line("");
    line("Verdict: **" + (report.passes() ? "within bounds" : "out of bounds") + "**");
    line("");
    FidelityBounds bounds = report.bounds();
    line(
        "Bounds: at most %s points of accuracy lost, trace errors (RMS) at most %s of full scale, spikes coincide to at least %s."
            .formatted(bounds.accuracyLossPoints(), bounds.traceRms(), bounds.coincidence()));
    line("");
    report.violations().forEach(violation -> line("- " + violation));
    if (!report.passes()) {
      line("");
    }
    Accuracy accuracy = report.accuracy();
    header("", "float", "chip");
    row("solved of " + accuracy.episodes(), accuracy.floatCorrect(), accuracy.chipCorrect());
    row("accuracy", fixed(accuracy.ofFloat()), fixed(accuracy.ofChip()));
    line("");
    line("Episodes with the same verdict: " + accuracy.agreeing());
    line("Points of accuracy lost: " + fixed(accuracy.lossPoints()));
  }

  private void spikes(FidelityReport report) {
    section("Spikes", "A spike matches one of the same neuron at most one step away.");
    header(
        "population",
        "float spikes",
        "chip spikes",
        "float rate",
        "chip rate",
        "coincidence",
        "identical");
    for (SpikeAgreement s : report.spikes()) {
      row(
          s.population(),
          s.floatSpikes(),
          s.chipSpikes(),
          significant(s.floatRate()),
          significant(s.chipRate()),
          fixed(s.coincidence()),
          s.identical() ? "yes" : "no");
    }
  }

  private void traces(FidelityReport report) {
    section(
        "Traces",
        "Plastic weights alpha.E after every update; full scale is the float model's largest"
            + " value.");
    if (report.traces().isEmpty()) {
      line("Not compared: a side recorded none, or the chip keeps another update interval.");
      return;
    }
    header(
        "layer",
        "full scale",
        "RMS error",
        "largest error",
        "RMS / full scale",
        "largest / full scale",
        "correlation");
    for (TraceError t : report.traces()) {
      row(
          t.layer(),
          significant(t.fullScale()),
          significant(t.rms()),
          significant(t.max()),
          fixed(t.relativeRms()),
          fixed(t.relativeMax()),
          fixed(t.correlation()));
    }
  }

  private void counters(FidelityReport report) {
    section(
        "Saturations and overflows",
        "Counted by the emulator over all episodes; harmful are those that lose what the model"
            + " keeps.");
    line("Harmful: " + Tally.harmful(report.counters()));
    line("");
    header("counter", "count", "harmful", "meaning");
    for (Tally t : report.counters()) {
      if (t.count() > 0) {
        row(t.name(), t.count(), t.counter().harmful() ? "yes" : "no", t.counter().meaning());
      }
    }
  }

  private void parameters(FidelityReport report) {
    section("Rounded parameters", "Step of one, error of rounding, clipped and vanished values.");
    header(
        "layer",
        "parameter",
        "step",
        "largest error",
        "RMS error",
        "largest / full scale",
        "clipped",
        "vanished");
    for (ImageLayer layer : report.layers()) {
      for (QuantizedArray a : layer.arrays()) {
        row(
            layer.name(),
            a.name(),
            significant(a.scale().lsb()),
            significant(a.error().max()),
            significant(a.error().rms()),
            fixed(a.error().relative()),
            a.error().saturated(),
            a.error().vanished());
      }
    }
  }

  private void diagnostics(FidelityReport report) {
    section("Lossy choices and warnings", "Everything the compiler changed or noticed.");
    if (report.diagnostics().isEmpty()) {
      line("None.");
    }
    for (Diagnostic d : report.diagnostics()) {
      line("- " + d.severity().name().toLowerCase(Locale.ROOT) + " " + d);
    }
  }

  private void section(String title, String what) {
    line("");
    line("## " + title);
    line("");
    line(what);
    line("");
  }

  private void header(Object... titles) {
    row(titles);
    line("|" + "---|".repeat(titles.length));
  }

  private void row(Object... cells) {
    line("| " + String.join(" | ", Stream.of(cells).map(Object::toString).toList()) + " |");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String fixed(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private static String significant(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
