package plastron.core.simulate;

import java.util.Arrays;

/** The potential of a neuron at the end of every step. */
public final class PotentialProbe {

  private double[] potentials = new double[1024];
  private int size;

  /** Takes in the potential at the end of a step, mV. */
  public void add(double potentialMv) {
    if (size == potentials.length) {
      potentials = Arrays.copyOf(potentials, 2 * size);
    }
    potentials[size++] = potentialMv;
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
