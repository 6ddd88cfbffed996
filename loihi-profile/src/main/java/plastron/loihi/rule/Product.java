package plastron.loihi.rule;

import java.util.List;

/**
 * One term of a rule, {@code gate * mantissa * 2^exponent * factors}.
 *
 * <p>The scale is kept in Lava's normal form: while the mantissa exceeds 7 in magnitude, is even
 * and the exponent is below 8, it is halved and the exponent raised.
 *
 * @param gate when the term is evaluated
 * @param mantissa -8..7 (4 bits)
 * @param exponent -7..8 (4 bits with offset 7)
 * @param factors in the order written, possibly none
 */
public record Product(Gate gate, int mantissa, int exponent, List<Factor> factors) {

  /** Smallest mantissa. */
  public static final int MANTISSA_MIN = -8;

  /** Largest mantissa. */
  public static final int MANTISSA_MAX = 7;

  /** Smallest exponent. */
  public static final int EXPONENT_MIN = -7;

  /** Largest exponent. */
  public static final int EXPONENT_MAX = 8;

  /** Copies the factors, normalises the scale and checks it. */
  public Product {
    factors = List.copyOf(factors);
    while (Math.abs((long) mantissa) > MANTISSA_MAX
        && mantissa % 2 == 0
        && exponent < EXPONENT_MAX) {
      mantissa /= 2;
      exponent++;
    }
    if (mantissa < MANTISSA_MIN || mantissa > MANTISSA_MAX) {
      throw new IllegalArgumentException(
          "The mantissa (%d) should be in [-8, 7] with a power of two. Maybe split the term in two."
              .formatted(mantissa));
    }
    if (exponent < EXPONENT_MIN || exponent > EXPONENT_MAX) {
      throw new IllegalArgumentException(
          "The exponent (%d) of 2 should be in [-7, 8]. Maybe rescale the traces."
              .formatted(exponent));
    }
  }

  /** The exponent as the engine stores it, 0..15. */
  public int storedExponent() {
    return exponent - EXPONENT_MIN;
  }

  /** The sum of the factors' operand widths. */
  public int factorBits() {
    return factors.stream().mapToInt(factor -> factor.variable().width()).sum();
  }
}
