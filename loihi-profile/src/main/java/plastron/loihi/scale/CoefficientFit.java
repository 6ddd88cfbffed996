package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.List;
import plastron.export.fixedpoint.MantissaExponent;
import plastron.loihi.rule.Product;

/**
 * A real coefficient as the engine can have it: one product {@code m*2^e}; a product with a spare
 * variable plus a constant, which adds seven bits; or two products. The first of these that is
 * right to 1 % is taken, else the closest.
 *
 * @param pieces the products, none for zero
 * @param relativeError of their sum
 */
record CoefficientFit(List<Piece> pieces, double relativeError) {

  /** Nobody asks for more (specification of the rule's tolerance). */
  static final double TOLERANCE = 0.01;

  private static final int LARGEST_CONSTANT = 127;

  CoefficientFit {
    pieces = List.copyOf(pieces);
  }

  /**
   * Fits a coefficient.
   *
   * @param wanted the factor of the product's operands after the engine's scaling shift
   * @param largestMantissa at most 7; bounds the exact product
   * @param spareShift by how many bits more the engine shifts if a spare variable is a factor
   * @param largestSpare bound on the mantissa times the constant
   */
  static CoefficientFit of(double wanted, int largestMantissa, int spareShift, long largestSpare) {
    if (wanted == 0) {
      return new CoefficientFit(List.of(), 0);
    }
    MantissaExponent one = fit(wanted, largestMantissa);
    CoefficientFit best = new CoefficientFit(List.of(piece(one)), one.relativeError(wanted));
    if (best.relativeError <= TOLERANCE) {
      return best;
    }
    best = better(best, spare(wanted, largestMantissa, spareShift, largestSpare));
    if (best.relativeError <= TOLERANCE) {
      return best;
    }
    MantissaExponent two = fit(wanted - one.value(), largestMantissa);
    if (one.mantissa() != 0 && two.mantissa() != 0) {
      double error = Math.abs(one.value() + two.value() - wanted) / Math.abs(wanted);
      best = better(best, new CoefficientFit(List.of(piece(one), piece(two)), error));
    }
    return best;
  }

  private static CoefficientFit spare(
      double wanted, int largestMantissa, int spareShift, long largestSpare) {
    CoefficientFit best = new CoefficientFit(List.of(), 1);
    for (int e = Product.EXPONENT_MIN; e <= Product.EXPONENT_MAX; e++) {
      double scaled = Math.abs(Math.scalb(wanted, spareShift - e));
      for (int m = 1; m <= largestMantissa; m++) {
        long constant = Math.round(scaled / m);
        if (constant >= 1 && constant <= LARGEST_CONSTANT && m * constant <= largestSpare) {
          double error = Math.abs(m * constant - scaled) / scaled;
          if (error < best.relativeError) {
            int signed = wanted < 0 ? -m : m;
            best = new CoefficientFit(List.of(new Piece(signed, e, (int) constant)), error);
          }
        }
      }
      if (best.relativeError <= TOLERANCE / 2) {
        return best; // a larger exponent would lose more to rounding down
      }
    }
    return best;
  }

  private static CoefficientFit better(CoefficientFit a, CoefficientFit b) {
    return b.relativeError < a.relativeError ? b : a;
  }

  private static MantissaExponent fit(double wanted, int largestMantissa) {
    return MantissaExponent.fit(
        wanted, -largestMantissa, largestMantissa, Product.EXPONENT_MIN, Product.EXPONENT_MAX);
  }

  private static Piece piece(MantissaExponent value) {
    return new Piece(value.mantissa(), value.exponent(), 0);
  }

  /** All steps {@code m*2^e} of the engine, each once with its smallest exponent, as pieces. */
  static List<Piece> steps(int largestMantissa) {
    List<Piece> steps = new ArrayList<>();
    for (int e = Product.EXPONENT_MIN; e <= Product.EXPONENT_MAX; e++) {
      for (int m = 1; m <= largestMantissa; m++) {
        boolean seen = e > Product.EXPONENT_MIN && 2 * m <= largestMantissa;
        if (!seen) {
          steps.add(new Piece(m, e, 0));
        }
      }
    }
    return steps;
  }
}
