package plastron.slayer.optimise;

import plastron.slayer.sweep.FlatVector;

/** Gradient descent with momentum. */
public final class Sgd implements Optimiser {

  private final double momentum;
  private final double[] velocity;

  /**
   * @param size number of parameters
   * @param momentum decay rate of the velocity, in [0, 1); 0 for plain descent
   */
  public Sgd(int size, double momentum) {
    OptimiserState.require("SGD", size, momentum);
    this.momentum = momentum;
    velocity = new double[size];
  }

  /** Bytes for so many parameters. */
  static long bytes(long size) {
    return FlatVector.bytes(size);
  }

  @Override
  public void step(FlatVector parameters, FlatVector gradient, double learningRate) {
    for (int i = 0; i < velocity.length; i++) {
      velocity[i] = momentum * velocity[i] + gradient.get(i);
      parameters.add(i, -learningRate * velocity[i]);
    }
  }

  @Override
  public double[][] state() {
    return OptimiserState.copy(velocity);
  }

  @Override
  public void restore(double[][] state) {
    OptimiserState.restore("sgd", state, velocity);
  }
}
