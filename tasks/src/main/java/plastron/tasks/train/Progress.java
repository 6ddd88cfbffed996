package plastron.tasks.train;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Optional;
import plastron.tasks.run.MetricsLine;

/** Shows how far a training is: a bar on a terminal, a line every few seconds elsewhere. */
final class Progress {

  private static final long LINE_EVERY_NANOS = 5_000_000_000L;
  private static final int BAR = 24;

  private final PrintWriter out;
  private final boolean bar;
  private final long from;
  private final long to;
  private final long start = System.nanoTime();
  private long lastLine = start;

  /**
   * @param from iterations done before
   * @param to iterations wanted
   */
  Progress(PrintWriter out, long from, long to) {
    this.out = out;
    this.from = from;
    this.to = to;
    bar = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  void show(MetricsLine line) {
    long now = System.nanoTime();
    boolean last = line.report().iteration() + 1 == to;
    if (bar) {
      out.print("\r" + bar(line) + text(line, now));
      out.flush();
    } else if (last || now - lastLine >= LINE_EVERY_NANOS) {
      lastLine = now;
      out.println(text(line, now));
      out.flush();
    }
  }

  /** Leaves the bar's line. */
  void end() {
    if (bar) {
      out.println();
      out.flush();
    }
  }

  private String bar(MetricsLine line) {
    int full = (int) (BAR * (line.report().iteration() + 1) / to);
    return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "] ";
  }

  private String text(MetricsLine line, long now) {
    long done = line.report().iteration() + 1;
    double perIteration = (now - start) / 1e9 / (done - from);
    String moving =
        Double.isNaN(line.movingAccuracy())
            ? "-----"
            : String.format(Locale.ROOT, "%.3f", line.movingAccuracy());
    return String.format(
        Locale.ROOT,
        "%d/%d  accuracy %.3f  last 100 trials %s  gradient %.2e%s  hidden rate %.4f  %.2f s/it"
            + "  %s left ",
        done,
        to,
        line.report().accuracy(),
        moving,
        line.report().gradientNorm(),
        line.report().skipped() ? " skipped" : "",
        line.report().rates()[0],
        perIteration,
        clock(perIteration * (to - done)));
  }

  private static String clock(double seconds) {
    long whole = Math.round(seconds);
    return String.format(Locale.ROOT, "%d:%02d:%02d", whole / 3600, whole / 60 % 60, whole % 60);
  }
}
