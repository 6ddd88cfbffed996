package plastron.core.run;

import java.util.Arrays;

/**
 * What is told to a network from outside, window by window: a reward, dopamine, an error. One
 * number for everybody, or one for every neuron of a population; 0 beyond its end.
 */
public final class Signal {

  /** Nothing, ever. */
  public static final Signal ZERO = new Signal(new double[0][]);

  private final double[][] values;

  private Signal(double[][] values) {
    this.values = values;
    for (double[] window : values) {
      if (window.length == 0 || window.length != values[0].length) {
        throw new IllegalArgumentException(
            "Signal (%d numbers in a window) needs as many in every one, at least 1."
                .formatted(window.length));
      }
      if (!Arrays.stream(window).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "Signal (%s) needs finite numbers.".formatted(Arrays.toString(window)));
      }
    }
  }

  /**
   * One number for everybody.
   *
   * @param values by window, finite; copied
   */
  public static Signal scalar(double... values) {
    return new Signal(
        Arrays.stream(values).mapToObj(v -> new double[] {v}).toArray(double[][]::new));
  }

  /**
   * One number for every neuron.
   *
   * @param values {@code [window][neuron]}, finite; copied
   */
  public static Signal vector(double[][] values) {
    return new Signal(Arrays.stream(values).map(double[]::clone).toArray(double[][]::new));
  }

  /** How many numbers a window has: 1, or one for every neuron; 0 if there is no window. */
  public int width() {
    return values.length == 0 ? 0 : values[0].length;
  }

  /** Number of windows that have values. */
  public int windows() {
    return values.length;
  }

  /** The value for the update that ends a window; a scalar is the same for every neuron. */
  public double at(int window, int neuron) {
    if (window >= values.length) {
      return 0;
    }
    double[] row = values[window];
    return row.length == 1 ? row[0] : row[neuron];
  }
}
