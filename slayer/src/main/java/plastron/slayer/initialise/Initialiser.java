package plastron.slayer.initialise;

import java.util.random.RandomGenerator;

/** How the entries of a parameter are drawn. */
public sealed interface Initialiser permits Constant, Normal, Orthogonal, Uniform {

  /**
   * Draws a matrix.
   *
   * @param rows at least 1
   * @param columns at least 1
   * @param random the only source of randomness; entries are drawn row by row
   * @return {@code [rows][columns]}, owned by the caller
   */
  double[][] draw(int rows, int columns, RandomGenerator random);
}
