package plastron.core.kernel;

import plastron.core.network.Kernel;

/**
 * The state of one response kernel for a row of neurons (or of spike trains). In every step: {@link
 * #advance()}, then amounts are added to {@link #input()}, then {@link #addResponse} reads. Since
 * the recursion is linear, the state of a weighted sum of trains is the weighted sum of their
 * states. Owned by one thread.
 */
public sealed interface KernelState permits AlphaState, DeltaState, ExponentialState, FiniteState {

  /** A state at rest for {@code n} neurons. */
  static KernelState of(Kernel kernel, int n) {
    return switch (kernel) {
      case Kernel.Delta delta -> new DeltaState(n);
      case Kernel.Exponential exponential -> new ExponentialState(exponential, n);
      case Kernel.Alpha alpha -> new AlphaState(alpha, n);
      case Kernel.Finite finite -> new FiniteState(finite, n);
    };
  }

  /** Goes to the next step, in which nothing has arrived yet. */
  void advance();

  /**
   * The row to which arrivals of the present step are added; valid until the next {@link
   * #advance()}.
   */
  float[] input();

  /** Adds the response of the present step to {@code out}. {@code out} is modified. */
  void addResponse(float[] out);

  /**
   * All numbers of the state, {@code [stateCount][n]}, live. Two states of one kernel that were
   * reset and advanced together have rows of the same meaning at the same index.
   */
  float[][] rows();

  /** Returns to rest. */
  void reset();
}
