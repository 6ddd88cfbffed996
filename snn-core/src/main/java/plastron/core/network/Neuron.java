package plastron.core.network;

import plastron.core.check.Require;

/**
 * How the neurons of a population turn currents into spikes. A neuron spikes in a step where {@code
 * u >= theta}.
 */
public sealed interface Neuron {

  /** Spikes are given from outside. */
  record SpikeSource() implements Neuron {}

  /**
   * Spike response model: the potential is the sum of the responses to spikes received and sent,
   * {@code u(t) = i(t) + bias - rho theta (nu * s)(t)}, where {@code nu} starts one step after the
   * neuron's own spike. No other reset.
   *
   * @param theta threshold, above 0
   * @param refractory the shape {@code nu} of the response to the neuron's own spike; its value at
   *     0 is not used
   * @param rho strength of that response in units of the threshold, at least 0
   * @param bias constant current
   */
  record Srm(Values theta, Refractory refractory, double rho, Values bias) implements Neuron {
    public Srm {
      requireThreshold(theta);
      requireFinite("Bias", bias);
      Require.given("Refractory response", refractory);
      Require.notNegative("Refractory strength", rho);
    }

    /** Neurons that are all the same, without bias. */
    public Srm(double theta, Kernel refractory, double rho) {
      this(Values.of(theta), new Refractory.Common(refractory), rho, Values.of(0));
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
  record Lif(Values theta, Values decay, Values bias, Reset reset, int refractorySteps)
      implements Neuron {
    public Lif {
      requireThreshold(theta);
      requireDecay("Potential decay", decay);
      requireFinite("Bias", bias);
      Require.given("Reset", reset);
      if (refractorySteps < 0) {
        throw new IllegalArgumentException(
            "Refractory steps (%d) must be at least 0.".formatted(refractorySteps));
      }
    }

    /** Neurons that are all the same. */
    public Lif(double theta, double decay, double bias, Reset reset, int refractorySteps) {
      this(Values.of(theta), Values.of(decay), Values.of(bias), reset, refractorySteps);
    }
  }

  /**
   * Leaky integrate-and-fire with an adaptive threshold (ALIF; Bellec et al. 2018): a spike where
   * {@code v(t) >= theta + adaptation a(t)}, and {@code a(t+1) = adaptationDecay a(t) + s(t)} from
   * {@code a(0) = 0}, also while the potential is held. What a spike subtracts stays {@code theta}.
   *
   * @param lif everything but the adaptation
   * @param adaptation how much a spike raises the threshold, at least 0
   * @param adaptationDecay factor per step on {@code a}, in [0, 1]
   */
  record AdaptiveLif(Lif lif, Values adaptation, Values adaptationDecay) implements Neuron {
    public AdaptiveLif {
      Require.given("Neuron that adapts", lif);
      Require.given("Adaptation", adaptation)
          .require(
              "Adaptation", v -> v >= 0 && !Double.isInfinite(v), "a finite number of at least 0");
      requireDecay("Adaptation decay", adaptationDecay);
    }

    /** Neurons that adapt all the same. */
    public AdaptiveLif(Lif lif, double adaptation, double adaptationDecay) {
      this(lif, Values.of(adaptation), Values.of(adaptationDecay));
    }
  }

  /**
   * Leaky integrator, a read-out: {@code u(t) = decay u(t-1) + i(t) + bias}. It never spikes.
   *
   * @param decay factor per step on the potential, in [0, 1]
   * @param bias constant current
   */
  record LeakyIntegrator(Values decay, Values bias) implements Neuron {
    public LeakyIntegrator {
      requireDecay("Potential decay", decay);
      requireFinite("Bias", bias);
    }
  }

  /** What a spike does to the potential of a {@link Lif} neuron. */
  enum Reset {
    /** The potential becomes 0. */
    HARD,
    /** The threshold is subtracted. */
    SUBTRACT_THRESHOLD
  }

  /** Whether every number that differs among neurons is there for so many of them. */
  default boolean fits(int neurons) {
    return switch (this) {
      case SpikeSource s -> true;
      case Srm srm ->
          srm.theta.fits(neurons) && srm.refractory.fits(neurons) && srm.bias.fits(neurons);
      case Lif lif -> lif.theta.fits(neurons) && lif.decay.fits(neurons) && lif.bias.fits(neurons);
      case AdaptiveLif alif ->
          alif.lif.fits(neurons)
              && alif.adaptation.fits(neurons)
              && alif.adaptationDecay.fits(neurons);
      case LeakyIntegrator li -> li.decay.fits(neurons) && li.bias.fits(neurons);
    };
  }

  private static void requireThreshold(Values theta) {
    Require.given("Threshold", theta)
        .require("Threshold", v -> v > 0 && !Double.isInfinite(v), "a positive number");
  }

  private static void requireDecay(String subject, Values decay) {
    Require.given(subject, decay).require(subject, v -> v >= 0 && v <= 1, "in [0, 1]");
  }

  private static void requireFinite(String subject, Values values) {
    Require.given(subject, values).require(subject, Double::isFinite, "a finite number");
  }
}
