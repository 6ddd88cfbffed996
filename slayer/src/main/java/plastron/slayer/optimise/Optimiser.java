package plastron.slayer.optimise;

import plastron.slayer.sweep.FlatVector;

/**
 * Turns gradients into steps. Its state can be taken out and put back, bit for bit. Owned by one
 * thread.
 */
public interface Optimiser {

  /**
   * Takes one step.
   *
   * @param parameters modified
   * @param gradient not modified
   * @param learningRate step size, at least 0
   */
  void step(FlatVector parameters, FlatVector gradient, double learningRate);

  /** A copy of everything that the next step depends on. */
  double[][] state();

  /**
   * Takes over a state that {@link #state()} gave.
   *
   * @throws IllegalArgumentException if it does not fit this optimiser
   */
  void restore(double[][] state);

  /** The optimisers, by the names that configurations use. */
  enum Kind {
    /** Adam with decay rates 0.9 and 0.999 and epsilon 1e-8 (Kingma and Ba 2015). */
    ADAM {
      @Override
      public Optimiser create(int size) {
        return new Adam(size, 0.9, 0.999, 1e-8);
      }

      @Override
      public long bytes(long size) {
        return Adam.bytes(size);
      }
    },
    /** RMSProp with decay rate 0.9, momentum 0.9 and epsilon 1e-10. */
    RMSPROP {
      @Override
      public Optimiser create(int size) {
        return new RmsProp(size, 0.9, 0.9, 1e-10);
      }

      @Override
      public long bytes(long size) {
        return RmsProp.bytes(size);
      }
    },
    /** Gradient descent with momentum 0.9. */
    SGD {
      @Override
      public Optimiser create(int size) {
        return new Sgd(size, 0.9);
      }

      @Override
      public long bytes(long size) {
        return Sgd.bytes(size);
      }
    };

    /** An optimiser for vectors of this size, at its start. */
    public abstract Optimiser create(int size);

    /** Bytes that such an optimiser takes. */
    public abstract long bytes(long size);
  }
}
