package plastron.export.calibration;

/** Follows a quantity. Owned by one thread. */
final class RangeCollector {

  /**
   * How far beyond the mean of the examples' peaks others may go, in units of their spread: where
   * peaks are distributed exponentially, one of a thousand goes further.
   */
  private static final double FAR = 7;

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sumAbsolute;
  private long count;
  private double peak;
  private double sumOfPeaks;
  private int examples;

  void add(double value) {
    min = Math.min(min, value);
    max = Math.max(max, value);
    peak = Math.max(peak, Math.abs(value));
    sumAbsolute += Math.abs(value);
    count++;
  }

  void addAll(double[] values) {
    addAll(values, values.length);
  }

  /** Adds the first of some values. */
  void addAll(double[] values, int number) {
    // In local variables, which stay in registers over millions of synapses.
    double least = min;
    double most = max;
    double sum = sumAbsolute;
    double largest = peak;
    for (int i = 0; i < number; i++) {
      double value = values[i];
      double absolute = Math.abs(value);
      least = Math.min(least, value);
      most = Math.max(most, value);
      largest = Math.max(largest, absolute);
      sum += absolute;
    }
    min = least;
    max = most;
    sumAbsolute = sum;
    peak = largest;
    count += number;
  }

  void addAll(double[][] values) {
    for (double[] row : values) {
      addAll(row);
    }
  }

  /** What comes now is of another example. */
  void endExample() {
    sumOfPeaks += peak;
    peak = 0;
    examples++;
  }

  ValueRange range() {
    if (count == 0) {
      return ValueRange.ZERO;
    }
    ValueRange all = ValueRange.ofAll(min, max, sumAbsolute / count);
    return examples < 2 ? all : new ValueRange(min, max, all.meanAbsolute(), expected(all));
  }

  /** The largest of n exponentially distributed numbers is H_n - 1 spreads beyond their mean. */
  private double expected(ValueRange all) {
    double harmonic = 0;
    for (int k = 1; k <= examples; k++) {
      harmonic += 1.0 / k;
    }
    double mean = sumOfPeaks / examples;
    double spread = (all.maxAbsolute() - mean) / (harmonic - 1);
    return Math.max(all.maxAbsolute(), mean + FAR * spread);
  }
}
