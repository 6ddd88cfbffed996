package plastron.slayer.f64.kernel;

import plastron.core.network.Kernel;
import plastron.core.network.Refractory;
import plastron.plasticity.f64.kernel.Kernels64;
import plastron.slayer.sweep.SpikeEvents;

/**
 * A response kernel as a linear recursion over a whole population, and its transpose. State is
 * {@code [stateCount][n]}; what arrives in a step is added to {@code state[0]} after {@link
 * #advance}.
 */
public abstract sealed class Filter64
    permits DeltaFilter64,
        ExponentialFilter64,
        OwnExponentialFilter64,
        AlphaFilter64,
        FiniteFilter64 {

  static final Kernels64 KERNELS = Kernels64.FASTEST;

  /** The recursion of a kernel. */
  public static Filter64 of(Kernel kernel) {
    return switch (kernel) {
      case Kernel.Delta d -> new DeltaFilter64();
      case Kernel.Exponential e -> new ExponentialFilter64((double) e.decay());
      case Kernel.Alpha a ->
          new AlphaFilter64((double) a.decay(), (double) (Math.E / a.tauSteps()));
      case Kernel.Finite f -> new FiniteFilter64(f);
    };
  }

  /** The recursion of the responses of {@code n} neurons to their own spikes. */
  public static Filter64 of(Refractory refractory, int n) {
    return refractory
        .common()
        .map(Filter64::of)
        .orElseGet(() -> new OwnExponentialFilter64(refractory, n));
  }

  /** How many rows of state there are. */
  public abstract int stateCount();

  /** Moves the state on by one step. */
  public abstract void advance(double[][] state);

  /** Overwrites {@code out} with the filtered value in the present step. */
  public abstract void output(double[][] state, double[] out);

  /** The transpose of {@link #output}: adds to {@code stateAdjoint}. */
  public abstract void outputAdjoint(double[] adjoint, double[][] stateAdjoint);

  /** The transpose of {@link #advance}, in place. */
  public abstract void advanceAdjoint(double[][] stateAdjoint);

  /** Filters rows {@code [step][n]} in place. */
  public void filter(double[][] state, double[][] rows, int steps) {
    for (int t = 0; t < steps; t++) {
      advance(state);
      KERNELS.add(state[0], rows[t]);
      output(state, rows[t]);
    }
  }

  /** The transpose of {@link #filter}. */
  public void filterAdjoint(double[][] stateAdjoint, double[][] rows, int steps) {
    for (int t = steps - 1; t >= 0; t--) {
      outputAdjoint(rows[t], stateAdjoint);
      System.arraycopy(stateAdjoint[0], 0, rows[t], 0, rows[t].length);
      advanceAdjoint(stateAdjoint);
    }
  }

  /** Moves the state on over the steps of {@code spikes}, which arrive. */
  public void follow(double[][] state, SpikeEvents spikes) {
    for (int t = 0; t < spikes.steps(); t++) {
      advance(state);
      for (int k = spikes.ofStep[t]; k < spikes.ofStep[t + 1]; k++) {
        state[0][spikes.neuron[k]] += 1;
      }
    }
  }

  /** The transpose of {@link #follow}: adds the adjoints of spikes to {@code rows}. */
  public void followAdjoint(double[][] stateAdjoint, double[][] rows, int steps) {
    for (int t = steps - 1; t >= 0; t--) {
      KERNELS.add(rows[t], stateAdjoint[0]);
      advanceAdjoint(stateAdjoint);
    }
  }
}
