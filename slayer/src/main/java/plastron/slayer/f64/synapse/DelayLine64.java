package plastron.slayer.f64.synapse;

import plastron.core.memory.ArrayBytes;

/** Rows of numbers on their way, and the transpose. Rows are moved by reference. */
public final class DelayLine64 {

  /** What is under way, the oldest first, {@code [latency][n]}. */
  public final double[][] pending;

  private final double[][] moved;

  /**
   * @param latency in steps, at least 0
   * @param window greatest number of steps at a time
   */
  public DelayLine64(int latency, int window, int n) {
    pending = new double[latency][n];
    moved = new double[latency + window][];
  }

  /** Bytes of a delay line. */
  public static long bytes(int latency, int window, int n) {
    return ArrayBytes.rows(latency, n, Double.BYTES) + (long) Integer.BYTES * (latency + window);
  }

  /** {@code rows} enter one after another and what leaves takes their place. */
  public void forward(double[][] rows, int steps) {
    int latency = pending.length;
    if (latency > 0) {
      System.arraycopy(pending, 0, moved, 0, latency);
      System.arraycopy(rows, 0, moved, latency, steps);
      System.arraycopy(moved, 0, rows, 0, steps);
      System.arraycopy(moved, steps, pending, 0, latency);
    }
  }

  /**
   * The transpose of {@link #forward} of a line whose rows are adjoints: those of what left are
   * replaced by those of what entered.
   */
  public void backward(double[][] rows, int steps) {
    int latency = pending.length;
    if (latency > 0) {
      System.arraycopy(rows, 0, moved, 0, steps);
      System.arraycopy(pending, 0, moved, steps, latency);
      System.arraycopy(moved, 0, pending, 0, latency);
      System.arraycopy(moved, latency, rows, 0, steps);
    }
  }

  /**
   * What leaves in step {@code t} if {@code rows} enter and {@link #forward} is yet to come; rows
   * from {@code t - latency + 1} on are not looked at.
   */
  public double[] leaving(double[][] rows, int t) {
    int latency = pending.length;
    return t < latency ? pending[t] : rows[t - latency];
  }

  /**
   * The adjoints of what entered in step {@code t} of {@code steps}, if {@code rows} are those of
   * what left and {@link #backward} is yet to come; rows before {@code t + latency} are not looked
   * at.
   */
  public double[] entering(double[][] rows, int t, int steps) {
    int left = t + pending.length;
    return left < steps ? rows[left] : pending[left - steps];
  }
}
