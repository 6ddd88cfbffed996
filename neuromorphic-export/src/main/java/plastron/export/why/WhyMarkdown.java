package plastron.export.why;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import plastron.export.why.cause.Cause;

/** Prints a {@link WhyReport} as Markdown. */
final class WhyMarkdown {

  private final StringBuilder text = new StringBuilder();

  private WhyMarkdown() {}

  static String print(WhyReport report) {
    WhyMarkdown page = new WhyMarkdown();
    page.line("# Why %s differs on %s".formatted(report.model(), report.profile()));
    page.line("");
    page.line(report.conclusion());
    page.line("");
    page.line(
        report
            .first()
            .map(FirstDifference::sentence)
            .orElse("All spikes of all trials are those of the model."));
    page.changes(report);
    page.causes(report);
    return page.text.toString();
  }

  private void changes(WhyReport report) {
    if (!report.changes().isEmpty()) {
      line("");
      line("The image is not what the model compiles to:");
      line("");
      report.changes().forEach(change -> line("- " + change));
    }
  }

  private void causes(WhyReport report) {
    line("");
    row(
        "",
        "operation",
        "of",
        "points lost",
        "other verdicts",
        "trace error",
        "same spikes",
        "spikes apart",
        "image");
    line("|---|---|---|---|---|---|---|---|---|");
    row("", "the chip", "", report.chip(), "");
    row("", "all operations below", "", report.together(), "");
    int rank = 0;
    for (CauseCost cost : report.causes()) {
      Cause cause = cost.cause();
      row(
          ++rank,
          cause.operation().title(),
          cause.subject(),
          cost.difference(),
          cost.changed() ? "changed" : "");
    }
    line("");
    line(
        "Each line is the float model with this operation alone as the image has it, on %d trials: points of accuracy lost, trials with another verdict, RMS error of alpha.E over its RMS in the worst layer, the same with rules that see the same spikes, share of spikes without a counterpart in the worst population. The order is that of their sum; what changes nothing is left out."
            .formatted(report.chip().accuracy().episodes()));
  }

  private void row(Object... cells) {
    List<Object> flat =
        Stream.of(cells)
            .flatMap(cell -> cell instanceof Difference d ? numbers(d) : Stream.of(cell))
            .toList();
    line("| " + String.join(" | ", flat.stream().map(Object::toString).toList()) + " |");
  }

  private static Stream<Object> numbers(Difference d) {
    return Stream.of(
        fixed("%.1f", d.accuracy().lossPoints()),
        d.accuracy().episodes() - d.accuracy().agreeing(),
        fixed("%.4f", d.traceError()),
        fixed("%.4f", d.drivenError()),
        fixed("%.4f", d.spikesApart()));
  }

  private static String fixed(String format, double value) {
    // Rounding leaves no minus before a zero.
    return String.format(Locale.ROOT, format, value == 0 ? 0.0 : value);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }
}
