package plastron.loihi.rule;

import java.util.OptionalInt;

/**
 * One factor of a product: {@code variable}, {@code variable + constant} or the sign of either.
 *
 * @param variable what is read
 * @param constant what is added, if anything; 0 is kept apart from nothing, as Lava does
 * @param sign whether the sign of the sum is taken; only for w, d and t
 */
public record Factor(Variable variable, OptionalInt constant, boolean sign) {

  /**
   * The largest constant in magnitude: far beyond every operand width, so that sums cannot
   * overflow.
   */
  public static final int LARGEST_CONSTANT = 65535;

  /** Checks that a sign is taken of a synaptic variable only, and the constant. */
  public Factor {
    if (Math.abs((long) constant.orElse(0)) > LARGEST_CONSTANT) {
      throw new IllegalArgumentException(
          "The constant (%d) should be at most %d in magnitude."
              .formatted(constant.getAsInt(), LARGEST_CONSTANT));
    }
    if (sign && variable.axis() != Variable.Axis.SYNAPSE) {
      throw new IllegalArgumentException(
          "sgn() of a trace (%s) should be sgn() of w, d or t.".formatted(variable.symbol()));
    }
  }

  /** The variable itself. */
  public static Factor of(Variable variable) {
    return new Factor(variable, OptionalInt.empty(), false);
  }

  /** The variable plus a constant. */
  public static Factor plus(Variable variable, int constant) {
    return new Factor(variable, OptionalInt.of(constant), false);
  }

  /**
   * The value the engine multiplies with: the sum or its sign, limited to the operand width.
   *
   * @param value the value of the variable
   */
  public int value(int value) {
    int sum = value + constant.orElse(0);
    int factor = sign ? Integer.signum(sum) : sum;
    return Math.clamp(factor, -(1 << variable.width()), (1 << variable.width()) - 1);
  }
}
