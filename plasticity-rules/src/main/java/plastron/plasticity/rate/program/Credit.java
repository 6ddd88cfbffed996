package plastron.plasticity.rate.program;

import java.util.List;

/**
 * How the recurrent weights of leaky units get their gradient: exactly, or by what a cell could
 * know of others (Liu and others 2022; neuromodulation-systems.md 4.1). Forwards nothing differs.
 */
public sealed interface Credit {

  /** Its name in files. */
  default String label() {
    return switch (this) {
      case Exact e -> "exact";
      case Eprop e -> "eprop";
      case Mdgl m -> "mdgl";
      case ModProp m -> "modprop";
    };
  }

  /** Back-propagation through time. */
  record Exact() implements Credit {}

  /** e-prop: a cell is credited with what it does to the output itself. */
  record Eprop() implements Credit {}

  /** MDGL: and with what the cells do that it reaches by one synapse. */
  record Mdgl() implements Credit {}

  /**
   * ModProp: and by any number of synapses, with a constant in place of the derivatives of the
   * cells in between.
   *
   * @param mu that constant
   * @param types a cell type, counted from 0, for every unit: feedback weights are averages over
   *     pairs of types; or empty for the weights themselves
   * @param taps the number of steps back for which credit is kept; or 0 for all
   */
  record ModProp(double mu, List<Integer> types, int taps) implements Credit {

    public ModProp {
      types = List.copyOf(types);
      if (!Double.isFinite(mu)) {
        throw new IllegalArgumentException("ModProp's mu (%s) must be finite.".formatted(mu));
      }
      if (taps < 0) {
        throw new IllegalArgumentException(
            "ModProp's taps (%d) must be at least 1, or 0 for all.".formatted(taps));
      }
      for (int type : types) {
        if (type < 0 || type >= types.size()) {
          throw new IllegalArgumentException(
              "ModProp's type (%d) must be from 0 to %d.".formatted(type, types.size() - 1));
        }
      }
    }
  }
}
