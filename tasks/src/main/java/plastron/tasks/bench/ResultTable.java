package plastron.tasks.bench;

import java.util.List;
import java.util.Locale;
import plastron.tasks.bench.workload.Workload;

/** Lines of aligned text, so that each result can be shown when it is there. */
final class ResultTable {

  private final int width;

  /**
   * @param workloads all that will be shown
   */
  ResultTable(List<Workload> workloads) {
    width = workloads.stream().mapToInt(w -> w.name().length()).max().orElse(0);
  }

  /** What stands above the columns. */
  String heading() {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s  %-12s %7s %10s %10s %10s %5s %9s %11s",
        "workload",
        "engine",
        "threads",
        "median s",
        "min s",
        "max s",
        "runs",
        "peak MiB",
        "hidden rate");
  }

  /** One result. */
  String row(Result result) {
    return String.format(
        Locale.ROOT,
        "%-" + width + "s  %-12s %7d %10.5f %10.5f %10.5f %5d %9s %11.3f",
        result.workload(),
        result.engine(),
        result.threads(),
        result.median(),
        result.min(),
        result.max(),
        result.seconds().length,
        result.peakRssMib() == null ? "-" : String.format(Locale.ROOT, "%.0f", result.peakRssMib()),
        result.hiddenRate());
  }
}
