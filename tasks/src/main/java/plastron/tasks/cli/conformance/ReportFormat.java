package plastron.tasks.cli.conformance;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import plastron.export.conformance.ConformanceResult;
import plastron.export.file.OneLine;

/** How verdicts read: a line of text a file, or one JSON object for all. */
final class ReportFormat {

  private ReportFormat() {}

  /**
   * One line of the table.
   *
   * @param fileWidth how wide the column of file names is
   */
  static String line(FileOutcome outcome, int fileWidth) {
    String kind = outcome.kind().isEmpty() ? "-" : outcome.kind();
    String head =
        String.format(
            Locale.ROOT,
            "%-6s  %-" + fileWidth + "s  %-30s  ",
            outcome.status(),
            outcome.file(),
            kind);
    ConformanceResult result = outcome.result();
    return OneLine.of(head + (result == null ? outcome.reason() : numbers(result)));
  }

  private static String numbers(ConformanceResult result) {
    String text =
        String.format(
            Locale.ROOT,
            "%d cases, %d compared, largest deviation %s",
            result.cases(),
            result.compared(),
            result.largestDeviation() == 0
                ? "0"
                : String.format(Locale.ROOT, "%.3g", result.largestDeviation()));
    if (!result.passed()) {
      text += ", " + result.mismatches() + " outside the tolerance";
    }
    return result.worst().isEmpty() ? text : text + ", worst: " + result.worst();
  }

  /** The whole report as JSON; a deviation that is not finite is null. */
  static String json(List<FileOutcome> outcomes, Totals totals) {
    JsonArray files = new JsonArray();
    outcomes.forEach(outcome -> files.add(json(outcome)));
    JsonObject sums = new JsonObject();
    sums.addProperty("files", outcomes.size());
    sums.addProperty("passed", totals.passed());
    sums.addProperty("failed", totals.failed());
    sums.addProperty("skipped", totals.skipped());
    sums.addProperty("broken", totals.broken());
    JsonObject report = new JsonObject();
    report.add("files", files);
    report.add("totals", sums);
    return new GsonBuilder()
        .setPrettyPrinting()
        .serializeNulls()
        .disableHtmlEscaping()
        .create()
        .toJson(report);
  }

  private static JsonObject json(FileOutcome outcome) {
    JsonObject file = new JsonObject();
    file.addProperty("file", outcome.file());
    file.addProperty("status", outcome.status().name());
    file.addProperty("kind", outcome.kind().isEmpty() ? null : outcome.kind());
    ConformanceResult result = outcome.result();
    if (result == null) {
      file.addProperty("reason", outcome.reason());
      return file;
    }
    double largest = result.largestDeviation();
    file.addProperty("cases", result.cases());
    file.addProperty("compared", result.compared());
    file.addProperty("mismatches", result.mismatches());
    file.addProperty("largest_deviation", Double.isFinite(largest) ? largest : null);
    file.addProperty("worst", result.worst());
    return file;
  }
}
