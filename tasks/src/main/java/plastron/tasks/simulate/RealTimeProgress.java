package plastron.tasks.simulate;

import java.io.PrintWriter;
import java.util.Locale;
import plastron.tasks.progress.FittedLine;
import plastron.tasks.progress.RemainingTime;
import plastron.tasks.progress.StatusLine;

/** Shows how far a simulation is, and how fast it is beside the network's own time. */
final class RealTimeProgress {

  private final StatusLine line;
  private final RemainingTime remaining = new RemainingTime(System.nanoTime());
  private final long to;
  private final long stretch;
  private final double dtMs;
  private final long begun = System.nanoTime();
  private final long from;

  /**
   * @param from steps taken before
   * @param to steps wanted
   * @param stretch steps between two calls of {@link #show}
   */
  RealTimeProgress(PrintWriter out, long from, long to, long stretch, double dtMs) {
    line = new StatusLine(out);
    this.from = from;
    this.to = to;
    this.stretch = stretch;
    this.dtMs = dtMs;
  }

  /** So many steps were taken so far. */
  void show(long step) {
    remaining.step(System.nanoTime());
    double seconds = (System.nanoTime() - begun) / 1e9;
    double factor = (step - from) * dtMs / 1000 / seconds;
    line.show(
        new FittedLine((double) step / to)
            .add(
                0,
                "%s of %s"
                    .formatted(BiologicalTime.shown(step * dtMs), BiologicalTime.shown(to * dtMs)))
            .add(1, remaining.left(Math.ceilDiv(to - step, stretch)))
            .add(2, String.format(Locale.ROOT, "%.2f x real time", factor)));
  }

  void end() {
    line.end();
  }
}
