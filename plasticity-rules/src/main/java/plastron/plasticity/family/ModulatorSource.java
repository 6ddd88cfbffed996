package plastron.plasticity.family;

/** Where the modulator of an NDP rule comes from. */
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

  /** The constant one, which turns an NDP rule into its DP rule. */
  record ConstantOne() implements ModulatorSource {}
}
