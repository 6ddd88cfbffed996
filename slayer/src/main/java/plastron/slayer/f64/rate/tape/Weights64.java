package plastron.slayer.f64.rate.tape;

/**
 * A learned matrix, or what follows from one.
 *
 * @param value row by row
 * @param gradient of the same shape, added up
 */
public record Weights64(double[][] value, double[][] gradient) {

  Weights64(int rows, int columns) {
    this(new double[rows][columns], new double[rows][columns]);
  }
}
