package plastron.loihi.scale.coefficient;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import plastron.export.fixedpoint.MantissaExponent;
import plastron.loihi.rule.Product;

/**
 * A real coefficient as the engine can have it: one product {@code m*2^e}; a product with a spare
 * variable plus a constant, which adds seven bits; or two products. The first of these that is
 * right to 1 % is taken, else the closest.
 *
 * @param pieces the products, none for zero
 * @param value of their sum
 * @param relativeError of the value
 */
public record CoefficientFit(List<Piece> pieces, double value, double relativeError) {

  /** Nobody asks for more (specification of the rule's tolerance). */
  public static final double TOLERANCE = 0.01;

  private static final int LARGEST_CONSTANT = 127;

  public CoefficientFit {
    pieces = List.copyOf(pieces);
  }

  private static CoefficientFit of(double wanted, int spareShift, Piece... pieces) {
    double value = 0;
    for (Piece piece : pieces) {
      value += piece.value(spareShift);
    }
    double error = value == wanted ? 0 : Math.abs(value - wanted) / Math.abs(wanted);
    return new CoefficientFit(List.of(pieces), value, error);
  }

  /**
   * Fits a coefficient; never zero if the coefficient is not.
   *
   * @param wanted the factor of the product's operands after the engine's scaling shift
   * @param largestMantissa at most 7; bounds the exact product
   * @param spareShift by how many bits more the engine shifts if a spare variable is a factor
   * @param largestSpare bound on the mantissa times the constant
   */
  static CoefficientFit of(double wanted, int largestMantissa, int spareShift, long largestSpare) {
    if (wanted == 0) {
      return of(0, spareShift);
    }
    MantissaExponent one = fit(wanted, largestMantissa);
    CoefficientFit best = least(wanted, spareShift, largestSpare);
    if (one.mantissa() != 0) {
      best = better(of(wanted, spareShift, piece(one)), best);
    }
    if (best.relativeError <= TOLERANCE) {
      return best;
    }
    best = spare(best, wanted, largestMantissa, spareShift, largestSpare);
    if (best.relativeError <= TOLERANCE) {
      return best;
    }
    MantissaExponent two = fit(wanted - one.value(), largestMantissa);
    return one.mantissa() == 0 || two.mantissa() == 0
        ? best
        : better(best, of(wanted, spareShift, piece(one), piece(two)));
  }

  /** The smallest coefficient there is. */
  private static CoefficientFit least(double wanted, int spareShift, long largestSpare) {
    int sign = wanted < 0 ? -1 : 1;
    return of(wanted, spareShift, new Piece(sign, Product.EXPONENT_MIN, largestSpare >= 1 ? 1 : 0));
  }

  private static CoefficientFit spare(
      CoefficientFit start, double wanted, int largestMantissa, int spareShift, long largest) {
    CoefficientFit best = start;
    for (int e = Product.EXPONENT_MIN; e <= Product.EXPONENT_MAX; e++) {
      double scaled = Math.abs(Math.scalb(wanted, spareShift - e));
      for (int m = 1; m <= largestMantissa; m++) {
        long constant = Math.round(scaled / m);
        if (constant >= 1 && constant <= LARGEST_CONSTANT && m * constant <= largest) {
          int signed = wanted < 0 ? -m : m;
          best = better(best, of(wanted, spareShift, new Piece(signed, e, (int) constant)));
        }
      }
      if (best.relativeError <= TOLERANCE / 2) {
        return best; // a larger exponent would lose more to rounding down
      }
    }
    return best;
  }

  /** Such as {@code 5*2^-3 + 1*2^-7}. */
  public String printed() {
    return pieces.stream().map(Piece::toString).collect(Collectors.joining(" + "));
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
