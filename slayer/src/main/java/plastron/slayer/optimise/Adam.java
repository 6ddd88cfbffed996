package plastron.slayer.optimise;

import plastron.core.check.Require;
import plastron.slayer.sweep.FlatVector;

/** Adam (Kingma and Ba 2015, algorithm 1). */
public final class Adam implements Optimiser {

  private final double beta1;
  private final double beta2;
  private final double epsilon;
  private final double[] mean;
  private final double[] square;
  private final double[] steps = new double[1];

  /**
   * @param size number of parameters
   * @param beta1 decay rate of the mean, in [0, 1)
   * @param beta2 decay rate of the square, in [0, 1)
   * @param epsilon added to the root of the square, above 0
   */
  public Adam(int size, double beta1, double beta2, double epsilon) {
    OptimiserState.require("Adam", size, beta1, beta2);
    Require.positive("Epsilon of Adam", epsilon);
    this.beta1 = beta1;
    this.beta2 = beta2;
    this.epsilon = epsilon;
    mean = new double[size];
    square = new double[size];
  }

  /** Bytes for so many parameters. */
  static long bytes(long size) {
    return 2 * FlatVector.bytes(size);
  }

  @Override
  public void step(FlatVector parameters, FlatVector gradient, double learningRate) {
    steps[0]++;
    double meanBias = 1 - Math.pow(beta1, steps[0]);
    double squareBias = 1 - Math.pow(beta2, steps[0]);
    for (int i = 0; i < mean.length; i++) {
      double g = gradient.get(i);
      mean[i] = beta1 * mean[i] + (1 - beta1) * g;
      square[i] = beta2 * square[i] + (1 - beta2) * g * g;
      parameters.add(
          i, -learningRate * (mean[i] / meanBias) / (Math.sqrt(square[i] / squareBias) + epsilon));
    }
  }

  @Override
  public double[][] state() {
    return OptimiserState.copy(mean, square, steps);
  }

  @Override
  public void restore(double[][] state) {
    OptimiserState.restore("adam", state, mean, square, steps);
  }
}
