package plastron.export.fixedpoint;

/**
 * What rounding an array lost.
 *
 * @param count number of entries
 * @param max largest absolute error, real
 * @param rms root of the mean squared error, real
 * @param fullScale largest absolute value before rounding, real
 * @param saturated entries that lay outside the range and were clipped
 * @param vanished entries that were not zero and became zero
 * @param lost share of the signal: for every column, a neuron with what it receives, the RMS error
 *     over the RMS of the values, at most 1; the root of the mean square of that over all columns
 *     that hold anything. A large value beside small ones does not hide that those are lost
 */
public record QuantizationError(
    long count,
    double max,
    double rms,
    double fullScale,
    long saturated,
    long vanished,
    double lost) {

  /** Nothing lost. */
  public static final QuantizationError NONE = new QuantizationError(0, 0, 0, 0, 0, 0, 0);

  /** Compares real numbers with the integers that stand for them. */
  static QuantizationError measure(
      double[][] reals, int[][] integers, Scale scale, Rounding rounding) {
    long count = 0;
    double max = 0;
    double squares = 0;
    double fullScale = 0;
    long saturated = 0;
    long vanished = 0;
    for (int j = 0; j < reals.length; j++) {
      for (int i = 0; i < reals[j].length; i++) {
        double real = reals[j][i];
        double error = Math.abs(scale.real(integers[j][i]) - real);
        count++;
        max = Math.max(max, error);
        squares += error * error;
        fullScale = Math.max(fullScale, Math.abs(real));
        saturated += scale.holds(real, rounding) ? 0 : 1;
        vanished += real != 0 && integers[j][i] == 0 ? 1 : 0;
      }
    }
    return new QuantizationError(
        count,
        max,
        count == 0 ? 0 : Math.sqrt(squares / count),
        fullScale,
        saturated,
        vanished,
        lost(reals, (j, i) -> scale.real(integers[j][i])));
  }

  /** The real number that is held for an entry. */
  interface Held {
    double at(int from, int to);
  }

  /** {@link #lost()} of numbers however they are held. */
  static double lost(double[][] reals, Held held) {
    int columns = reals.length == 0 ? 0 : reals[0].length;
    double[] errors = new double[columns];
    double[] values = new double[columns];
    for (int j = 0; j < reals.length; j++) {
      for (int i = 0; i < columns; i++) {
        double error = held.at(j, i) - reals[j][i];
        errors[i] += error * error;
        values[i] += reals[j][i] * reals[j][i];
      }
    }
    double lost = 0;
    int filled = 0;
    for (int i = 0; i < columns; i++) {
      if (values[i] > 0) {
        filled++;
        lost += Math.min(1, errors[i] / values[i]);
      }
    }
    return filled == 0 ? 0 : Math.sqrt(lost / filled);
  }

  /** Largest error over full scale, 0 if everything is zero. */
  public double relative() {
    return fullScale == 0 ? 0 : max / fullScale;
  }

  /** Whether every value is met exactly. */
  public boolean isExact() {
    return max == 0;
  }
}
