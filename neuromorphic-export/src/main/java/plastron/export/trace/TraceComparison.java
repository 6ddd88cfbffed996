package plastron.export.trace;

/** Compares the plastic weights of one layer, one update after the other. Owned by one thread. */
public final class TraceComparison {

  private final String layer;
  private long entries;
  private double fullScale;
  private double squares;
  private double floatSquares;
  private double max;
  private double meanExpected;
  private double meanActual;
  private double varianceExpected;
  private double varianceActual;
  private double covariance;

  /** Nothing compared yet. */
  public TraceComparison(String layer) {
    this.layer = layer;
  }

  /**
   * Adds values that were in force together, {@code [nPre][nPost]} of both.
   *
   * @param times how often they count, at least 1
   */
  public void add(float[][] expected, float[][] actual, int times) {
    TraceComparison window = new TraceComparison(layer);
    window.average(expected, actual);
    window.compare(expected, actual);
    window.repeat(times);
    add(window);
  }

  private void repeat(int times) {
    entries *= times;
    squares *= times;
    floatSquares *= times;
    varianceExpected *= times;
    varianceActual *= times;
    covariance *= times;
  }

  private void average(float[][] expected, float[][] actual) {
    // Relative to one of the values, so that the mean of equal values is exact.
    double firstExpected = expected[0][0];
    double firstActual = actual[0][0];
    double sumExpected = 0;
    double sumActual = 0;
    for (int j = 0; j < expected.length; j++) {
      for (int i = 0; i < expected[j].length; i++) {
        sumExpected += expected[j][i] - firstExpected;
        sumActual += actual[j][i] - firstActual;
      }
      entries += expected[j].length;
    }
    meanExpected = firstExpected + sumExpected / entries;
    meanActual = firstActual + sumActual / entries;
  }

  private void compare(float[][] expected, float[][] actual) {
    for (int j = 0; j < expected.length; j++) {
      for (int i = 0; i < expected[j].length; i++) {
        double difference = (double) actual[j][i] - expected[j][i];
        double fromExpected = expected[j][i] - meanExpected;
        double fromActual = actual[j][i] - meanActual;
        fullScale = Math.max(fullScale, Math.abs(expected[j][i]));
        squares += difference * difference;
        floatSquares += (double) expected[j][i] * expected[j][i];
        max = Math.max(max, Math.abs(difference));
        varianceExpected += fromExpected * fromExpected;
        varianceActual += fromActual * fromActual;
        covariance += fromExpected * fromActual;
      }
    }
  }

  /** Adds what was compared elsewhere of the same layer. */
  public void add(TraceComparison other) {
    if (other.entries == 0) {
      return;
    }
    fullScale = Math.max(fullScale, other.fullScale);
    squares += other.squares;
    floatSquares += other.floatSquares;
    max = Math.max(max, other.max);
    // Chan, Golub and LeVeque: sums of squares of values far from zero would cancel.
    double share = (double) other.entries / (entries + other.entries);
    double apartExpected = other.meanExpected - meanExpected;
    double apartActual = other.meanActual - meanActual;
    varianceExpected += other.varianceExpected + apartExpected * apartExpected * entries * share;
    varianceActual += other.varianceActual + apartActual * apartActual * entries * share;
    covariance += other.covariance + apartExpected * apartActual * entries * share;
    meanExpected += apartExpected * share;
    meanActual += apartActual * share;
    entries += other.entries;
  }

  /** What was found. */
  public TraceError error() {
    return new TraceError(
        layer,
        entries,
        fullScale,
        entries == 0 ? 0 : Math.sqrt(floatSquares / entries),
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
