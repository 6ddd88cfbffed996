package plastron.core.cell;

import java.util.Arrays;
import plastron.core.lanes.CellParameter;
import plastron.core.lanes.CellRow;

/** What currents add to the potentials of neurons in a step, mV. */
final class Drift {

  private final CellParameter perPa;
  private final CellParameter constantPa;
  private final int length;
  private CellParameter now;

  /**
   * @param perPa mV in a step for every pA
   * @param constantPa the currents that always act, pA
   * @param length of a row of these neurons
   */
  Drift(CellParameter perPa, CellParameter constantPa, int length) {
    this.perPa = perPa;
    this.constantPa = constantPa;
    this.length = length;
    now = CellParameter.of(length, i -> perPa.at(i) * constantPa.at(i));
  }

  CellParameter now() {
    return now;
  }

  double at(int i) {
    return now.at(i);
  }

  /** Lets currents act beside the constant ones from the next step on. */
  void inject(double[] currentPa, int from, int to) {
    if (now.isUniform()) {
      double[] each = new double[length];
      Arrays.setAll(each, now::at);
      now = new CellParameter(CellRow.of(each, length), -1);
    }
    CellRow sums = now.values();
    for (int i = from; i < to; i++) {
      sums.set(i, perPa.at(i) * (constantPa.at(i) + currentPa[i]));
    }
  }

  long bytes() {
    return perPa.bytes() + constantPa.bytes() + now.bytes();
  }
}
