package plastron.export.predict;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How differences of the synaptic states of a post neuron grow while a rule runs. A difference can
 * come in any window: one that has become smaller than it was at its start makes room for a new
 * one. Owned by one thread.
 */
final class Amplification {

  private final RuleRun run;
  private final RuleRun disturbed;
  private final RandomGenerator random;
  private final double[] start;
  private double most;

  /**
   * Nothing has grown.
   *
   * @param run at rest, of real numbers
   * @param disturbed another one of the same
   */
  Amplification(RuleRun run, RuleRun disturbed, RandomGenerator random) {
    this.run = run;
    this.disturbed = disturbed;
    this.random = random;
    start = new double[run.posts()];
  }

  /** The most that a difference grows to, as a multiple of itself; 0 where none can be. */
  double over(int steps, int interval) {
    boolean[] shrunk = new boolean[start.length];
    Arrays.fill(shrunk, true);
    renew(shrunk);
    for (int t = 0; t < steps; t++) {
      boolean ended = run.step(t, interval);
      disturbed.step(t, interval);
      if (ended) {
        double[] now = distances();
        for (int i = 0; i < now.length; i++) {
          if (start[i] > 0) {
            double growth = now[i] / start[i];
            most = Double.isNaN(growth) ? Double.POSITIVE_INFINITY : Math.max(most, growth);
          }
          shrunk[i] = now[i] < start[i];
        }
        renew(shrunk);
      }
    }
    return most;
  }

  private void renew(boolean[] which) {
    for (int i = 0; i < which.length; i++) {
      if (which[i]) {
        disturbed.disturb(i, run, random);
      }
    }
    double[] now = distances();
    for (int i = 0; i < which.length; i++) {
      start[i] = which[i] ? now[i] : start[i];
    }
  }

  /** Over the synapses of every post neuron. */
  private double[] distances() {
    double[][] a = run.plastic();
    double[][] b = disturbed.plastic();
    double[] squares = new double[start.length];
    for (int j = 0; j < a.length; j++) {
      for (int i = 0; i < squares.length; i++) {
        squares[i] += (a[j][i] - b[j][i]) * (a[j][i] - b[j][i]);
      }
    }
    return Arrays.stream(squares).map(Math::sqrt).toArray();
  }
}
