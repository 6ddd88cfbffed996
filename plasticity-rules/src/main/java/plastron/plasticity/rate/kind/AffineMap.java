package plastron.plasticity.rate.kind;

import plastron.plasticity.rate.program.Matrix;
import plastron.plasticity.rate.program.ProgramBuilder;
import plastron.plasticity.rate.program.Quantity;

/** Learned maps of rows, declared where they are used: the matrix, then the bias. */
final class AffineMap {

  private AffineMap() {}

  /** {@code W x}, with as many entries as there are units. */
  static Quantity of(ProgramBuilder p, String matrix, int units, Quantity x) {
    return p.affine(p.matrix(matrix, units, x.columns()), x);
  }

  /** {@code W x + b}. */
  static Quantity of(ProgramBuilder p, String matrix, String bias, int units, Quantity x) {
    Matrix w = p.matrix(matrix, units, x.columns());
    return p.affine(w, x, p.parameter(bias, units));
  }

  /** {@code base + W x}, as wide as the base. */
  static Quantity onto(ProgramBuilder p, Quantity base, String matrix, Quantity x) {
    return p.affine(base, p.matrix(matrix, base.columns(), x.columns()), x);
  }
}
