package plastron.plasticity.rate.program;

/**
 * How a parameter multiplies a row.
 *
 * @param parameter the matrix as it is learned
 * @param transposed whether its transpose multiplies
 * @param orthonormal whether, instead of it, the Q of its QR factorisation with a positive diagonal
 *     of R is taken; the gradient goes through the factorisation
 */
public record Matrix(Parameter parameter, boolean transposed, boolean orthonormal) {

  /** The transpose. */
  public Matrix transpose() {
    return new Matrix(parameter, !transposed, orthonormal);
  }

  /** Length of the product. */
  public int outputs() {
    return transposed ? parameter.columns() : parameter.rows();
  }

  /** Length of the row that it multiplies. */
  public int inputs() {
    return transposed ? parameter.rows() : parameter.columns();
  }
}
