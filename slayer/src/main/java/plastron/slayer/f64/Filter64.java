package plastron.slayer.f64;

import plastron.core.network.Kernel;

/**
 * A response kernel as a linear recursion over a whole population, and its transpose. State is
 * {@code [stateCount][n]}; what arrives in a step is added to {@code state[0]} after {@link
 * #advance}.
 */
abstract sealed class Filter64
    permits DeltaFilter64, ExponentialFilter64, AlphaFilter64, FiniteFilter64 {

  /** The recursion of a kernel. */
  static Filter64 of(Kernel kernel) {
    return switch (kernel) {
      case Kernel.Delta d -> new DeltaFilter64();
      case Kernel.Exponential e -> new ExponentialFilter64((double) e.decay());
      case Kernel.Alpha a ->
          new AlphaFilter64((double) a.decay(), (double) (Math.E / a.tauSteps()));
      case Kernel.Finite f -> new FiniteFilter64(f);
    };
  }

  /** How many rows of state there are. */
  abstract int stateCount();

  /** Moves the state on by one step. */
  abstract void advance(double[][] state);

  /**
   * The filtered value in the present step.
   *
   * @param scratch length n, may be overwritten and returned
   * @return {@code scratch} or a row of the state: not to be modified
   */
  abstract double[] output(double[][] state, double[] scratch);

  /** The transpose of {@link #output}: adds to {@code stateAdjoint}. */
  abstract void outputAdjoint(double[] adjoint, double[][] stateAdjoint);

  /** The transpose of {@link #advance}, in place. */
  abstract void advanceAdjoint(double[][] stateAdjoint);
}
