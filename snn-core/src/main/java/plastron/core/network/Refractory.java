package plastron.core.network;

import java.util.Optional;
import plastron.core.check.Require;

/** The shape of a neuron's response to its own spikes, by neuron. */
public sealed interface Refractory {

  /** The shape for one neuron; its value at 0 is not used. */
  Kernel of(int neuron);

  /** Whether there is a shape for every one of so many neurons. */
  boolean fits(int neurons);

  /** The shape that all neurons have, if they have one. */
  Optional<Kernel> common();

  /** One shape for all. */
  record Common(Kernel kernel) implements Refractory {
    public Common {
      Require.given("Refractory kernel", kernel);
    }

    @Override
    public Kernel of(int neuron) {
      return kernel;
    }

    @Override
    public boolean fits(int neurons) {
      return true;
    }

    @Override
    public Optional<Kernel> common() {
      return Optional.of(kernel);
    }
  }

  /**
   * Exponentials with a time constant of each neuron's own.
   *
   * @param tauSteps in steps, above 0
   */
  record Exponentials(Values tauSteps) implements Refractory {
    public Exponentials {
      Require.given("Refractory time constant", tauSteps);
      tauSteps.require(
          "Refractory time constant", v -> v > 0 && !Double.isInfinite(v), "a positive number");
    }

    @Override
    public Kernel of(int neuron) {
      return new Kernel.Exponential(tauSteps.at(neuron));
    }

    @Override
    public boolean fits(int neurons) {
      return tauSteps.fits(neurons);
    }

    @Override
    public Optional<Kernel> common() {
      return tauSteps.isUniform()
          ? Optional.of(new Kernel.Exponential(tauSteps.uniform()))
          : Optional.empty();
    }
  }
}
