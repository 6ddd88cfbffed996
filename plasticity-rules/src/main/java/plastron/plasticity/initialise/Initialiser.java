package plastron.plasticity.initialise;

import java.util.random.RandomGenerator;
import plastron.core.check.Require;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;

/** How the entries of a parameter are drawn. */
@FunctionalInterface
public interface Initialiser {

  /** Standard deviation of what has a number for each neuron, or one for all. */
  double SMALL = 0.1;

  /**
   * Draws a matrix.
   *
   * @param rows at least 1
   * @param columns at least 1
   * @param random the only source of randomness; entries are drawn row by row
   * @return {@code [rows][columns]}, owned by the caller
   */
  double[][] draw(int rows, int columns, RandomGenerator random);

  /**
   * How a parameter is drawn that nobody has given a value, by what its symbol says of it:
   *
   * <ul>
   *   <li>bounded on both sides, as a rate of learning: a tenth of the way from the lower bound to
   *       the upper, everywhere;
   *   <li>otherwise a matrix, as weights: normal with mean 0 and deviation {@code 1 /
   *       sqrt(inputs)};
   *   <li>otherwise: normal with mean 0 and deviation {@link #SMALL}.
   * </ul>
   *
   * <p>What is drawn outside of the bounds is moved to the nearest one.
   *
   * @param symbol a parameter
   * @param inputs how many numbers of a matrix one neuron sums over, at least 1
   */
  static Initialiser of(Symbol symbol, double inputs) {
    Bounds bounds = Require.given("Parameter to draw", symbol).bounds();
    double width = bounds.high() - bounds.low();
    if (Double.isFinite(width)) {
      return new Constant(bounds.low() + width / 10);
    }
    return new Normal(0, symbol.axis().isMatrix() ? 1 / Math.sqrt(Math.max(1, inputs)) : SMALL)
        .within(bounds);
  }

  /** The same draw, with numbers outside of bounds moved to the nearest one. */
  default Initialiser within(Bounds bounds) {
    return (rows, columns, random) -> {
      double[][] entries = draw(rows, columns, random);
      for (double[] row : entries) {
        for (int i = 0; i < row.length; i++) {
          row[i] = bounds.clip(row[i]);
        }
      }
      return entries;
    };
  }
}
