package plastron.export.fidelity;

import java.util.Locale;
import java.util.stream.Stream;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ImageLayer;
import plastron.export.operation.OperationMarkdown;
import plastron.export.profile.Tally;
import plastron.export.range.RangeTable;
import plastron.export.trace.TraceError;

/** Prints a {@link FidelityReport} as Markdown. Long, because every section is a method. */
final class FidelityMarkdown {

  private final StringBuilder text = new StringBuilder();

  private FidelityMarkdown() {}

  static String print(FidelityReport report) {
    FidelityMarkdown page = new FidelityMarkdown();
    page.head(report);
    page.judged(report);
    page.spikes(report);
    page.traces(report);
    page.driven(report);
    page.counters(report);
    page.ranges(report);
    page.operations(report);
    page.parameters(report);
    page.diagnostics(report);
    return page.text.toString();
  }

  private void head(FidelityReport report) {
    line("# Fidelity of " + report.model() + " on " + report.profile());
    line("");
    line("Verdict: **" + (report.passes() ? "within bounds" : "out of bounds") + "**");
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
    report
        .rounded()
        .ifPresent(
            solved ->
                line(
                    "Float model rounded as in training: %d solved, %s"
                        .formatted(solved, fixed((double) solved / accuracy.episodes()))));
  }

  private void judged(FidelityReport report) {
    section("Judged", "All else in this report is shown and not judged.");
    header("of", "judged", "measured", "bound", "kept");
    for (FidelityCheck c : report.checks()) {
      row(
          c.subject(),
          c.criterion().title(),
          fixed(c.measured()),
          (c.criterion().isLeast() ? "at least " : "at most ") + c.bound(),
          c.kept() ? "yes" : "no");
    }
    line("");
    report.unjudged().forEach(sentence -> line("- Not judged: " + sentence));
    report.checks().stream()
        .map(FidelityCheck::criterion)
        .distinct()
        .forEach(c -> line("- Why " + c.title() + ": " + c.reason() + "."));
  }

  private void spikes(FidelityReport report) {
    section(
        "Spikes",
        "A spike matches one of the same neuron at most one step away. By chance: after the chip's"
            + " spikes were moved in time.");
    header(
        "population",
        "float spikes",
        "chip spikes",
        "float rate",
        "chip rate",
        "coincidence",
        "by chance",
        "above chance",
        "error of rates",
        "identical");
    for (SpikeAgreement s : report.spikes()) {
      row(
          s.population(),
          s.floatSpikes(),
          s.chipSpikes(),
          significant(s.floatRate()),
          significant(s.chipRate()),
          fixed(s.coincidence()),
          fixed(s.chance()),
          fixed(s.aboveChance()),
          fixed(s.rateError()),
          s.identical() ? "yes" : "no");
    }
  }

  private void traces(FidelityReport report) {
    section(
        "Traces",
        "Plastic weights alpha.E after every update, or in every step where the chip updates at"
            + " others than the model; full scale is the float model's largest value.");
    header(
        "layer",
        "full scale",
        "RMS",
        "RMS error",
        "largest error",
        "RMS error / full scale",
        "RMS error / RMS",
        "largest / full scale",
        "correlation");
    for (TraceError t : report.traces()) {
      row(
          t.layer(),
          significant(t.fullScale()),
          significant(t.floatRms()),
          significant(t.rms()),
          significant(t.max()),
          fixed(t.relativeRms()),
          fixed(t.relativeError()),
          fixed(t.relativeMax()),
          fixed(t.correlation()));
    }
  }

  private void driven(FidelityReport report) {
    section(
        "The rules alone",
        "Plastic weights alpha.E when the chip's rules see the float model's spikes, and what was"
            + " stated of them before anything was emulated.");
    header(
        "layer", "full scale", "RMS error", "stated", "RMS error / full scale", "error / stated");
    for (DrivenError d : report.driven()) {
      row(
          d.layer(),
          significant(d.fullScale()),
          significant(d.rms()),
          d.stated().map(s -> significant(s.rms())).orElse("nothing"),
          fixed(d.rms() == 0 ? 0 : d.rms() / d.fullScale()),
          d.stated().isPresent() ? fixed(d.ofStated()) : "-");
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

  private void ranges(FidelityReport report) {
    section("Ranges of accumulators", RangeTable.caption());
    RangeTable.lines(report.ranges()).forEach(this::line);
  }

  private void operations(FidelityReport report) {
    section(
        "Operations and energy",
        "Of the chip in a trial, on average; a synaptic operation is a spike at a synapse whose"
            + " weight is not 0 or may change (effective AC). What each chip counts as a product:"
            + " docs/operations.md.");
    line(
        report
            .operations()
            .map(OperationMarkdown::of)
            .orElse("This chip's profile counts none.")
            .stripTrailing());
  }

  private void parameters(FidelityReport report) {
    section(
        "Rounded parameters",
        "Step between neighbouring values, error of rounding, share of the signal lost (RMS, neuron"
            + " by neuron), clipped and vanished values.");
    header(
        "layer",
        "parameter",
        "step",
        "largest error",
        "RMS error",
        "largest / full scale",
        "lost",
        "clipped",
        "vanished");
    for (ImageLayer layer : report.layers()) {
      for (QuantizedArray a : layer.arrays()) {
        row(
            layer.name(),
            a.name(),
            a.isGiven() ? "-" : significant(a.scale().step()),
            significant(a.error().max()),
            significant(a.error().rms()),
            fixed(a.error().relative()),
            fixed(a.error().lost()),
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
