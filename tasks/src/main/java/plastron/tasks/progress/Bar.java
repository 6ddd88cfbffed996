package plastron.tasks.progress;

import java.io.PrintWriter;

/** Shows how far some work is that consists of equal parts. */
public final class Bar {

  private final StatusLine line;
  private final String title;
  private final int total;
  private int done;

  /**
   * @param out where to show it
   * @param title what the work is
   * @param total how often {@link #advance} will be called, at least 1
   */
  public Bar(PrintWriter out, String title, int total) {
    line = new StatusLine(out);
    this.title = title;
    this.total = total;
  }

  /** One more part is done. Any thread may say so. */
  public synchronized void advance() {
    done++;
    String count = "%s %d/%d".formatted(title, done, total);
    line.show(new FittedLine((double) done / total).add(0, count));
    if (done == total) {
      line.end();
    }
  }
}
