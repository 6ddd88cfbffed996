package plastron.tasks.progress;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A line that is written over itself on a terminal; a line every few seconds elsewhere. */
public final class StatusLine {

  private static final long LINE_EVERY_NANOS = 5_000_000_000L;
  private static final long REDRAW_EVERY_NANOS = 100_000_000L;
  private static final long ASK_WIDTH_EVERY_NANOS = 2_000_000_000L;

  private final PrintWriter out;
  private final Terminal terminal;
  private final LongSupplier clock;
  private @Nullable FittedLine newest;
  private String shown = "";
  private int width;
  private long widthAsked;
  private long last;

  /** A line on what this process writes to, by the machine's clock. */
  public StatusLine(PrintWriter out) {
    this(out, Terminal.ofProcess(), System::nanoTime);
  }

  /**
   * @param clock in ns, from any moment
   */
  public StatusLine(PrintWriter out, Terminal terminal, LongSupplier clock) {
    this.out = out;
    this.terminal = terminal;
    this.clock = clock;
    last = clock.getAsLong();
    if (terminal.redraws()) {
      askWidth(last);
      last -= REDRAW_EVERY_NANOS;
    }
  }

  /** Shows how far the work is, now or when it is time to, at the {@link #end} at the latest. */
  public void show(FittedLine line) {
    long now = clock.getAsLong();
    newest = line;
    if (now - last >= (terminal.redraws() ? REDRAW_EVERY_NANOS : LINE_EVERY_NANOS)) {
      write(line, now);
    }
  }

  private void write(FittedLine line, long now) {
    last = now;
    newest = null;
    if (terminal.redraws()) {
      if (now - widthAsked >= ASK_WIDTH_EVERY_NANOS) {
        askWidth(now);
      }
      draw(line.of(width));
    } else {
      out.println(line.whole());
    }
    out.flush();
  }

  /** A message on a line of its own, which stays. */
  public void say(String message) {
    if (!shown.isEmpty()) {
      draw("");
      out.print("\r");
    }
    out.println(message);
    out.flush();
  }

  /** Leaves the line and goes to the next. */
  public void end() {
    if (newest != null) {
      write(newest, clock.getAsLong());
    }
    if (!shown.isEmpty()) {
      out.println();
      out.flush();
      shown = "";
    }
  }

  /** A terminal that writes into its last column may go to the next line by itself. */
  private void askWidth(long now) {
    width = terminal.columns().getAsInt() - 1;
    widthAsked = now;
  }

  private void draw(String text) {
    int leftover = Math.min(width, shown.length()) - text.length();
    out.print("\r" + text + " ".repeat(Math.max(0, leftover)));
    shown = text;
  }
}
