package plastron.tasks.measure;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;

/** Shows how far some work is: a bar on a terminal, a line every few seconds elsewhere. */
public final class Bar {

  private static final long LINE_EVERY_NANOS = 5_000_000_000L;
  private static final long BAR_EVERY_NANOS = 100_000_000L;
  private static final int WIDTH = 24;

  private final PrintWriter out;
  private final String title;
  private final int total;
  private final boolean terminal;
  private int done;
  private long last = System.nanoTime();

  /**
   * @param out where to show it
   * @param title what the work is
   * @param total how often {@link #advance} will be called, at least 1
   */
  public Bar(PrintWriter out, String title, int total) {
    this.out = out;
    this.title = title;
    this.total = total;
    terminal = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
  }

  /** One more part is done. Any thread may say so. */
  public synchronized void advance() {
    done++;
    long now = System.nanoTime();
    boolean due = now - last >= (terminal ? BAR_EVERY_NANOS : LINE_EVERY_NANOS);
    if (!due && done < total) {
      return;
    }
    last = now;
    String count = "%s %d/%d".formatted(title, done, total);
    if (terminal) {
      int full = (int) ((long) WIDTH * done / total);
      String bar = "#".repeat(full) + ".".repeat(WIDTH - full);
      out.print("\r[" + bar + "] " + count + (done == total ? "\n" : ""));
    } else {
      out.println(count);
    }
    out.flush();
  }
}
