package plastron.plasticity.f64.timing;

import java.util.Arrays;

/**
 * What states were before spikes changed them, in order; the way back takes the last first. Owned
 * by one thread.
 */
public final class SpikeLog64 {

  private static final int ROOM = 256;

  private final boolean keeps;
  private double[] values = new double[0];
  private int size;

  private SpikeLog64(boolean keeps) {
    this.keeps = keeps;
  }

  /** An empty log. */
  public static SpikeLog64 empty() {
    return new SpikeLog64(true);
  }

  /** A log of a way that nobody goes back: it keeps nothing. */
  public static SpikeLog64 none() {
    return new SpikeLog64(false);
  }

  /** Forgets everything; room is kept. */
  public void clear() {
    size = 0;
  }

  void push(double value) {
    if (!keeps) {
      return;
    }
    if (size == values.length) {
      values = Arrays.copyOf(values, Math.max(ROOM, 2 * size));
    }
    values[size] = value;
    size++;
  }

  double pop() {
    size--;
    return values[size];
  }
}
