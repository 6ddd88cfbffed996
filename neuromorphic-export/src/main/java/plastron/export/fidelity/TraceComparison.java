package plastron.export.fidelity;

/** Compares the plastic weights of one layer, window by window. Owned by one thread. */
final class TraceComparison {

  private final String layer;
  private long entries;
  private double fullScale;
  private double squares;
  private double max;
  private double meanExpected;
  private double meanActual;
  private double varianceExpected;
  private double varianceActual;
  private double covariance;

  TraceComparison(String layer) {
    this.layer = layer;
  }

  void add(float[][] expected, float[][] actual) {
    for (int j = 0; j < expected.length; j++) {
      for (int i = 0; i < expected[j].length; i++) {
        add(expected[j][i], actual[j][i]);
      }
    }
  }

  private void add(double expected, double actual) {
    double difference = actual - expected;
    fullScale = Math.max(fullScale, Math.abs(expected));
    squares += difference * difference;
    max = Math.max(max, Math.abs(difference));
    entries++;
    // Welford: sums of squares of values far from zero would cancel.
    double fromExpected = expected - meanExpected;
    double fromActual = actual - meanActual;
    meanExpected += fromExpected / entries;
    meanActual += fromActual / entries;
    varianceExpected += fromExpected * (expected - meanExpected);
    varianceActual += fromActual * (actual - meanActual);
    covariance += fromExpected * (actual - meanActual);
  }

  TraceError error() {
    return new TraceError(
        layer,
        entries,
        fullScale,
        entries == 0 ? 0 : Math.sqrt(squares / entries),
        max,
        correlation());
  }

  private double correlation() {
    if (varianceExpected == 0 && varianceActual == 0) {
      return max == 0 ? 1 : 0;
    }
    return varianceExpected == 0 || varianceActual == 0
        ? 0
        : covariance / Math.sqrt(varianceExpected * varianceActual);
  }
}
