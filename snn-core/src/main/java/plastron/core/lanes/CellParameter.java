package plastron.core.lanes;

import java.util.function.IntToDoubleFunction;
import plastron.core.check.Require;

/**
 * A number of consecutive neurons, at {@code values[i & mask]} for neuron i: where all have the
 * same, it is kept for one vector of neurons.
 *
 * @param values a multiple of {@link Lanes#PAD}
 * @param mask all bits where numbers differ, otherwise those below {@link Lanes#PAD}
 */
public record CellParameter(CellRow values, int mask) {

  public CellParameter {
    Require.given("Numbers of neurons", values);
  }

  /**
   * The number of each neuron.
   *
   * @param neurons how many
   * @param of the number of each, from 0
   */
  public static CellParameter of(int neurons, IntToDoubleFunction of) {
    double[] values = new double[Lanes.padded(neurons)];
    boolean same = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = of.applyAsDouble(Math.min(i, neurons - 1));
      same &= Double.compare(values[i], values[0]) == 0;
    }
    return same
        ? new CellParameter(CellRow.of(values, Lanes.PAD), Lanes.PAD - 1)
        : new CellParameter(CellRow.of(values, values.length), -1);
  }

  /** Whether all neurons have the same. */
  public boolean isUniform() {
    return mask >= 0;
  }

  /** The number of a neuron. */
  public double at(int i) {
    return values.get(i & mask);
  }

  /** Bytes. */
  public long bytes() {
    return values.bytes();
  }
}
