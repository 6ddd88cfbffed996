package plastron.export.calibration;

/** Follows a quantity. Owned by one thread. */
final class RangeCollector {

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private double sumAbsolute;
  private long count;

  void add(double value) {
    min = Math.min(min, value);
    max = Math.max(max, value);
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

  ValueRange range() {
    return count == 0 ? ValueRange.ZERO : new ValueRange(min, max, sumAbsolute / count);
  }
}
