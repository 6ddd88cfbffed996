package plastron.core.network;

/**
 * How the neurons of a population turn currents into spikes. A neuron spikes in a step where {@code
 * u >= theta}.
 */
public sealed interface Neuron {

  /** Spikes are given from outside. */
  record SpikeSource() implements Neuron {}

  /**
   * Spike response model: the potential is the sum of the responses to spikes received and sent,
   * {@code u(t) = i(t) - rho theta (nu * s)(t)}, where {@code nu} starts one step after the
   * neuron's own spike. No other reset.
   *
   * @param theta threshold, above 0
   * @param refractory the shape {@code nu} of the response to the neuron's own spike; its value at
   *     0 is not used
   * @param rho strength of that response in units of the threshold, at least 0
   */
  record Srm(double theta, Kernel refractory, double rho) implements Neuron {
    public Srm {
      requireThreshold(theta);
      if (!(rho >= 0)) {
        throw new IllegalArgumentException(
            "Refractory strength (%s) must be at least 0.".formatted(rho));
      }
    }
  }

  /**
   * Leaky integrate-and-fire: {@code v(t) = decay v(t-1) + i(t) + bias}. With an exponential
   * current kernel this is the current-based (CUBA) neuron of neuromorphic chips.
   *
   * @param theta threshold, above 0
   * @param decay factor per step on the potential, in [0, 1]
   * @param bias constant current
   * @param reset what a spike does to the potential
   * @param refractorySteps for how many steps after the step of a spike the potential is held at 0,
   *     at least 0
   */
  record Lif(double theta, double decay, double bias, Reset reset, int refractorySteps)
      implements Neuron {
    public Lif {
      requireThreshold(theta);
      if (!(decay >= 0 && decay <= 1)) {
        throw new IllegalArgumentException(
            "Potential decay (%s) must lie in [0, 1].".formatted(decay));
      }
      if (refractorySteps < 0) {
        throw new IllegalArgumentException(
            "Refractory steps (%d) must be at least 0.".formatted(refractorySteps));
      }
    }
  }

  /** What a spike does to the potential of a {@link Lif} neuron. */
  enum Reset {
    /** The potential becomes 0. */
    HARD,
    /** The threshold is subtracted. */
    SUBTRACT_THRESHOLD
  }

  private static void requireThreshold(double theta) {
    if (!(theta > 0) || Double.isInfinite(theta)) {
      throw new IllegalArgumentException(
          "Threshold (%s) must be a positive number.".formatted(theta));
    }
  }
}
