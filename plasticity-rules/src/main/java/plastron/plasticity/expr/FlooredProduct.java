package plastron.plasticity.expr;

import java.util.List;
import plastron.core.check.Require;

/**
 * A product as a learning engine adds it to a state: its factors are whole numbers, and what it
 * comes to is rounded down to whole steps. Numbers are those of the state's grid, in its steps.
 *
 * @param when it is added
 * @param coefficient what the factors are multiplied by, in {@code step}s
 * @param step distance of the numbers that the product is rounded down to, above 0
 * @param factors what is multiplied; none where the engine adds a constant, to make up for what
 *     others lose, that real numbers do not need
 */
public record FlooredProduct(When when, double coefficient, double step, List<Factor> factors) {

  /** When a product is added, see {@link plastron.plasticity.rule.SpikeTiming}. */
  public enum When {
    /** At a window's end. */
    END,
    /** When a presynaptic spike arrives. */
    PRE,
    /** When the postsynaptic neuron spikes. */
    POST
  }

  /**
   * A factor: a whole number of units between two bounds, and a constant.
   *
   * @param symbols names of symbols of the rule's derivation that are multiplied with each other;
   *     none for the constant alone
   * @param unit what 1 stands for, in the model's units, not 0; negative where an engine of
   *     unsigned numbers reads the magnitude of what is negative
   * @param low smallest whole number; what is less counts as it, before rounding, too
   * @param high largest whole number
   * @param constant what is added
   */
  public record Factor(
      List<String> symbols, double unit, double low, double high, double constant) {
    public Factor {
      symbols = Require.all("Symbols of a factor", symbols);
      require("Unit of a factor", Math.abs(unit));
      if (!(low <= high)) {
        throw new IllegalArgumentException(
            "Bounds of a factor (%s to %s) must be ordered.".formatted(low, high));
      }
    }
  }

  /** A product that is added at windows' ends. */
  public FlooredProduct(double coefficient, double step, List<Factor> factors) {
    this(When.END, coefficient, step, factors);
  }

  public FlooredProduct {
    Require.given("Time of a product", when);
    factors = Require.all("Factors of a product", factors);
    require("Step of a product", step);
  }

  /** Whether it makes up for what others lose. */
  public boolean makesUp() {
    return factors.isEmpty();
  }

  private static void require(String what, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s (%s) must be a positive number.".formatted(what, value));
    }
  }
}
