package plastron.tasks.train;

import java.util.Arrays;

/**
 * Accuracy over the last 100 trials, rounded up to whole iterations. NaN until there were so many.
 */
final class MovingAccuracy {

  private static final int TRIALS = 100;

  private final double[] accuracies;
  private int known;

  /**
   * @param batch trials per iteration
   * @param recent accuracies of the iterations before, the newest last, not modified
   */
  MovingAccuracy(int batch, double[] recent) {
    accuracies = new double[(TRIALS + batch - 1) / batch];
    Arrays.stream(recent).forEach(this::add);
  }

  void add(double accuracy) {
    System.arraycopy(accuracies, 1, accuracies, 0, accuracies.length - 1);
    accuracies[accuracies.length - 1] = accuracy;
    known = Math.min(known + 1, accuracies.length);
  }

  double mean() {
    return known < accuracies.length
        ? Double.NaN
        : Arrays.stream(accuracies).sum() / accuracies.length;
  }

  /** What the constructor needs to go on from here. */
  double[] recent() {
    return Arrays.copyOfRange(accuracies, accuracies.length - known, accuracies.length);
  }
}
