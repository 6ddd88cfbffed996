package plastron.plasticity.f64.timing;

/**
 * What states were before spikes changed them, line by line in order; the way back takes the last
 * first. Owned by one thread.
 */
public final class SpikeLog64 {

  private final boolean keeps;
  private double[] values = new double[0];
  private int size;

  private SpikeLog64(boolean keeps) {
    this.keeps = keeps;
  }

  /** An empty log without any room. */
  public static SpikeLog64 empty() {
    return new SpikeLog64(true);
  }

  /** A log of a way that nobody goes back: it keeps nothing. */
  public static SpikeLog64 none() {
    return new SpikeLog64(false);
  }

  /**
   * Forgets everything and makes room.
   *
   * @param room numbers that will be kept, see {@link SpikeRule64#logged}
   * @param most numbers that it may have room for, at least {@code room}
   */
  public void begin(int room, int most) {
    size = 0;
    if (values.length < room) {
      values = new double[0];
      values = new double[(int) Math.min(most, 2L * room)];
    }
  }

  void push(double[][] lines, int count, int length) {
    for (int k = 0; keeps && k < count; k++) {
      System.arraycopy(lines[k], 0, values, size, length);
      size += length;
    }
  }

  void pop(double[][] lines, int count, int length) {
    for (int k = count - 1; k >= 0; k--) {
      size -= length;
      System.arraycopy(values, size, lines[k], 0, length);
    }
  }
}
