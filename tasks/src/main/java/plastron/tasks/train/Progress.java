package plastron.tasks.train;

import java.io.PrintWriter;
import java.util.Locale;
import plastron.slayer.train.StepReport;
import plastron.tasks.progress.FittedLine;
import plastron.tasks.progress.RemainingTime;
import plastron.tasks.progress.StatusLine;
import plastron.tasks.run.MetricsLine;

/** Shows how far a training is. */
final class Progress {

  private final StatusLine line;
  private final long to;
  private final RemainingTime time = new RemainingTime(System.nanoTime());

  /**
   * @param line where to show it
   * @param from iterations done before
   * @param to iterations wanted
   */
  Progress(StatusLine line, long from, long to) {
    this.line = line;
    this.to = to;
    if (from < to) {
      line.show(counted(from).add(1, time.left(to - from)));
    }
  }

  /** On what this process writes to. */
  Progress(PrintWriter out, long from, long to) {
    this(new StatusLine(out), from, to);
  }

  /** One more iteration is done. */
  void show(MetricsLine metrics) {
    time.step(System.nanoTime());
    long done = metrics.report().iteration() + 1;
    line.show(line(metrics, done));
  }

  /** A message on a line of its own, which stays. */
  void say(String message) {
    line.say(message);
  }

  /** Leaves the line. */
  void end() {
    line.end();
  }

  private FittedLine line(MetricsLine metrics, long done) {
    StepReport report = metrics.report();
    double moving = metrics.moving();
    String watched = metrics.watched();
    FittedLine facts =
        counted(done)
            .add(1, time.left(to - done))
            .add(3, format(watched + " %.3f", report.measure(watched)))
            .add(2, Double.isNaN(moving) ? "last 100 -----" : format("last 100 %.3f", moving))
            .add(
                4,
                format("gradient %.1e", report.gradientNorm())
                    + (report.skipped() ? " skipped" : ""));
    if (report.rates().length > 0) {
      facts.add(5, format("hidden rate %.4f", report.rates()[0]));
    }
    time.secondsPerStep().ifPresent(seconds -> facts.add(6, format("%.2f s/it", seconds)));
    return facts;
  }

  private FittedLine counted(long done) {
    // As wide at the end as at the beginning: facts are not to come and go.
    String count = ("%" + Long.toString(to).length() + "d/%d").formatted(done, to);
    return new FittedLine((double) done / to).add(0, count);
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }
}
