package plastron.tasks.train;

import java.util.Arrays;

/** Mean of a measure over the last 100 trials, rounded up to whole iterations. NaN until then. */
final class MovingMean {

  private static final int TRIALS = 100;

  private final double[] values;
  private int known;

  /**
   * @param batch trials per iteration
   * @param recent means of the iterations before, the newest last, not modified
   */
  MovingMean(int batch, double[] recent) {
    values = new double[(TRIALS + batch - 1) / batch];
    Arrays.stream(recent).forEach(this::add);
  }

  void add(double value) {
    System.arraycopy(values, 1, values, 0, values.length - 1);
    values[values.length - 1] = value;
    known = Math.min(known + 1, values.length);
  }

  /** NaN as well while one of the iterations had no number. */
  double mean() {
    return known < values.length ? Double.NaN : Arrays.stream(values).sum() / values.length;
  }

  /** What the constructor needs to go on from here. */
  double[] recent() {
    return Arrays.copyOfRange(values, values.length - known, values.length);
  }
}
