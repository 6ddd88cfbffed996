package plastron.core.cell;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * A number of consecutive neurons, at {@code values[i & mask]} for neuron i: where all have the
 * same, it is kept for one vector of neurons.
 *
 * @param values a multiple of {@link Lanes#PAD}
 * @param mask all bits where numbers differ, otherwise those below {@link Lanes#PAD}
 */
record CellParameter(double[] values, int mask) {

  /**
   * The number of each neuron.
   *
   * @param neurons how many
   * @param of the number of each, from 0
   */
  static CellParameter of(int neurons, IntToDoubleFunction of) {
    double[] values = new double[Lanes.padded(neurons)];
    boolean same = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = of.applyAsDouble(Math.min(i, neurons - 1));
      same &= Double.compare(values[i], values[0]) == 0;
    }
    return same
        ? new CellParameter(Arrays.copyOf(values, Lanes.PAD), Lanes.PAD - 1)
        : new CellParameter(values, -1);
  }

  double at(int i) {
    return values[i & mask];
  }

  long bytes() {
    return 8L * values.length;
  }
}
