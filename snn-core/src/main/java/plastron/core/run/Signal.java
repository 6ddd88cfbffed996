package plastron.core.run;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import plastron.core.check.Require;

/**
 * A quantity given to a network from outside, such as a reward, by window: one number, or one for
 * every neuron of a population. Beyond its end it is 0. Immutable.
 */
public final class Signal {

  /** No window has a value. */
  public static final Signal NONE = new Signal(new double[0][]);

  private final double[][] values;

  private Signal(double[][] values) {
    this.values = values;
    for (double[] window : values) {
      if (window.length == 0 || window.length != values[0].length) {
        throw new IllegalArgumentException(
            "Signal (%d values in a window) must have as many in every one, at least 1."
                .formatted(window.length));
      }
      if (!Arrays.stream(window).allMatch(Double::isFinite)) {
        throw new IllegalArgumentException(
            "Signal (%s) must have finite values.".formatted(Arrays.toString(window)));
      }
    }
  }

  /** One number a window. */
  public static Signal of(double... byWindow) {
    return new Signal(
        Arrays.stream(Require.given("Signal", byWindow))
            .mapToObj(v -> new double[] {v})
            .toArray(double[][]::new));
  }

  /**
   * One number for every neuron in every window.
   *
   * @param byWindow {@code [window][neuron]}, as many neurons in each; copied
   * @throws IllegalArgumentException if windows differ in length, or have none
   */
  public static Signal perNeuron(double[]... byWindow) {
    Require.all("Windows of a signal", Arrays.asList(Require.given("Signal", byWindow)));
    return new Signal(Arrays.stream(byWindow).map(double[]::clone).toArray(double[][]::new));
  }

  /**
   * Values of windows, where single numbers stand for all neurons beside others with one for each.
   */
  static Signal ofWindows(List<double[]> byWindow) {
    int width = byWindow.stream().mapToInt(row -> row.length).max().orElse(1);
    return new Signal(
        byWindow.stream()
            .map(row -> row.length == width ? row : everywhere(row[0], width))
            .toArray(double[][]::new));
  }

  private static double[] everywhere(double value, int width) {
    double[] row = new double[width];
    Arrays.fill(row, value);
    return row;
  }

  /** The values of so many windows from the first on; 0 beyond the end. */
  List<double[]> firstWindows(int windows) {
    return IntStream.range(0, windows)
        .mapToObj(w -> w < values.length ? values[w] : new double[1])
        .toList();
  }

  /** The values from a window on, which may be behind the last. */
  Signal from(int window) {
    return window >= values.length
        ? NONE
        : new Signal(Arrays.copyOfRange(values, window, values.length));
  }

  /** Number of windows for which values are given. */
  public int windows() {
    return values.length;
  }

  /** How many values a window has: 1, or one per neuron; 1 if there are no windows. */
  public int width() {
    return values.length == 0 ? 1 : values[0].length;
  }

  /** The value for a neuron in a window, counted from 0; a single number is that of all neurons. */
  public double at(int window, int neuron) {
    if (window >= values.length) {
      return 0;
    }
    double[] row = values[window];
    return row.length == 1 ? row[0] : row[neuron];
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Signal s && Arrays.deepEquals(values, s.values);
  }

  @Override
  public int hashCode() {
    return Arrays.deepHashCode(values);
  }

  @Override
  public String toString() {
    return "Signal[%d windows of %d]".formatted(windows(), width());
  }
}
