package plastron.slayer.optimise;

import plastron.core.check.Require;
import plastron.slayer.sweep.FlatVector;

/** RMSProp with momentum (Tieleman and Hinton 2012). */
public final class RmsProp implements Optimiser {

  private final double decay;
  private final double momentum;
  private final double epsilon;
  private final double[] square;
  private final double[] velocity;

  /**
   * @param size number of parameters
   * @param decay decay rate of the square, in [0, 1)
   * @param momentum decay rate of the velocity, in [0, 1)
   * @param epsilon added to the square under the root
   */
  public RmsProp(int size, double decay, double momentum, double epsilon) {
    OptimiserState.require("RMSProp", size, decay, momentum);
    Require.positive("Epsilon of RMSProp", epsilon);
    this.decay = decay;
    this.momentum = momentum;
    this.epsilon = epsilon;
    square = new double[size];
    velocity = new double[size];
  }

  /** Bytes for so many parameters. */
  static long bytes(long size) {
    return 2 * FlatVector.bytes(size);
  }

  @Override
  public void step(FlatVector parameters, FlatVector gradient, double learningRate) {
    for (int i = 0; i < square.length; i++) {
      double g = gradient.get(i);
      square[i] = decay * square[i] + (1 - decay) * g * g;
      velocity[i] = momentum * velocity[i] + learningRate * g / Math.sqrt(square[i] + epsilon);
      parameters.add(i, -velocity[i]);
    }
  }

  @Override
  public double[][] state() {
    return OptimiserState.copy(square, velocity);
  }

  @Override
  public void restore(double[][] state) {
    OptimiserState.restore("rmsprop", state, square, velocity);
  }
}
