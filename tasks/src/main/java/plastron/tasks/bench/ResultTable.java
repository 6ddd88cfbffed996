package plastron.tasks.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import plastron.tasks.bench.machine.Machine;
import plastron.tasks.bench.workload.Workload;

/** Lines of aligned text, so that each result can be shown when it is there. */
final class ResultTable {

  private final String form;
  private final boolean compared;

  /**
   * @param workloads all that will be shown
   * @param compared whether there is a column of ratios
   */
  ResultTable(List<Workload> workloads, boolean compared) {
    int width = workloads.stream().mapToInt(w -> w.name().length()).max().orElse(0);
    form = "%-" + width + "s  %-12s %7s %10s %10s %10s %5s %9s %11s" + (compared ? " %6s" : "");
    this.compared = compared;
  }

  /** What stands above the columns. */
  String heading() {
    return form.formatted(
        "workload",
        "engine",
        "threads",
        "median s",
        "min s",
        "max s",
        "runs",
        "peak MiB",
        "hidden rate",
        "ratio");
  }

  /**
   * One result.
   *
   * @param reference whose median is one in the column of ratios
   */
  String row(Result result, Result reference) {
    return form.formatted(
        result.workload(),
        result.engine(),
        result.threads(),
        number("%.5f", result.median()),
        number("%.5f", result.min()),
        number("%.5f", result.max()),
        result.seconds().length,
        result.peakRssMib() == null ? "-" : number("%.0f", result.peakRssMib()),
        number("%.3f", result.hiddenRate()),
        number("%.1f", result.median() / reference.median()));
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }

  /** What stands below: what the columns mean, and what the figures depend on. */
  String footer(List<Result> results) {
    return """

    Seconds per iteration; hidden rate: spikes per neuron of the first hidden layer and step%s.
    Machine: %s.
    Versions: %s.
    """
        .formatted(
            compared ? "; ratio: median over that of plastron" : "",
            list(Machine.description().asMap()),
            list(Result.versions(results)));
  }

  private static String list(Map<String, ?> fields) {
    return fields.entrySet().stream()
        .map(field -> field.getKey() + " " + field.getValue())
        .collect(Collectors.joining(", "))
        .replace("\"", "");
  }
}
