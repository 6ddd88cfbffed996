package plastron.core.simulate;

import java.util.Arrays;
import plastron.core.cell.Cells;

/** The potential of a neuron at the end of every step. */
public final class PotentialProbe {

  private final int neuron;
  private double[] potentials = new double[1024];
  private int size;

  /**
   * @param neuron within its block
   */
  PotentialProbe(int neuron) {
    this.neuron = neuron;
  }

  /** Records if the neuron is among those that have taken a step. */
  void record(Cells cells, int begin, int end) {
    if (neuron < begin || neuron >= end) {
      return;
    }
    if (size == potentials.length) {
      potentials = Arrays.copyOf(potentials, 2 * size);
    }
    potentials[size++] = cells.potentialMv(neuron);
  }

  /** The potentials so far, mV, without those that were taken; a new array. */
  public double[] potentialsMv() {
    return Arrays.copyOf(potentials, size);
  }

  /** The same, and forgets them. */
  public double[] takePotentialsMv() {
    double[] taken = potentialsMv();
    size = 0;
    return taken;
  }
}
