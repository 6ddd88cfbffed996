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
    for (double value : values) {
      add(value);
    }
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
