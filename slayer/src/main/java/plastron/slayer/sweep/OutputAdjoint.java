package plastron.slayer.sweep;

import java.util.Arrays;

/**
 * The derivative of the loss with respect to every spike of the last layer. Grows as needed, reused
 * over episodes.
 */
public final class OutputAdjoint {

  private final int neurons;
  private double[] values = new double[0];

  /**
   * @param neurons size of the last layer, at least 1
   */
  public OutputAdjoint(int neurons) {
    this.neurons = neurons;
  }

  /** Sets everything to 0 for an episode of this many steps. */
  public void clear(int steps) {
    if (values.length < steps * neurons) {
      values = new double[steps * neurons];
    } else {
      Arrays.fill(values, 0, steps * neurons, 0);
    }
  }

  /** Size of the last layer. */
  public int neurons() {
    return neurons;
  }

  /** One entry. */
  public double get(int step, int neuron) {
    return values[step * neurons + neuron];
  }

  /** Adds to one entry. */
  public void add(int step, int neuron, double value) {
    values[step * neurons + neuron] += value;
  }
}
