package plastron.plasticity.family;

import java.util.OptionalInt;
import plastron.core.check.Require;

/** Where a modulator of a rule comes from. */
public sealed interface ModulatorSource {

  /**
   * {@code M = W_m y}: the layer's own rates through a learned matrix (equations 17 and 19 of the
   * paper).
   */
  record OwnLayer() implements ModulatorSource {}

  /**
   * {@code M = W_m m}: another layer's rates through a learned matrix.
   *
   * @param population index of the modulating population, 0 for the network's input
   */
  record Layer(int population) implements ModulatorSource {
    public Layer {
      if (population < 0) {
        throw new IllegalArgumentException(
            "Modulating population (%d) must be at least 0, the network's input."
                .formatted(population));
      }
    }
  }

  /** One number per update from outside, such as a reward or a temporal-difference error. */
  record ExternalScalar() implements ModulatorSource {}

  /** One number per update and postsynaptic neuron from outside. */
  record ExternalVector() implements ModulatorSource {}

  /** The constant one, which turns an NDP rule into its DP rule. */
  record ConstantOne() implements ModulatorSource {}

  /**
   * The hyperbolic tangent of what another source gives.
   *
   * @param source no such function itself
   */
  record Tanh(ModulatorSource source) implements ModulatorSource {
    public Tanh {
      Require.given("Source of a modulator", source);
      if (source instanceof Tanh) {
        throw new IllegalArgumentException(
            "Source of a modulator (%s) must end in one function.".formatted(source));
      }
    }
  }

  /** Index of the population whose rates are read through a matrix, if there is one. */
  default OptionalInt fromPopulation() {
    return switch (this) {
      case Layer(int population) -> OptionalInt.of(population);
      case Tanh(ModulatorSource source) -> source.fromPopulation();
      case OwnLayer own -> OptionalInt.empty();
      case ExternalScalar scalar -> OptionalInt.empty();
      case ExternalVector vector -> OptionalInt.empty();
      case ConstantOne one -> OptionalInt.empty();
    };
  }
}
