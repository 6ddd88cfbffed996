package plastron.tasks.circuit;

import java.util.function.DoublePredicate;
import plastron.plasticity.expr.Bounds;

/**
 * Which numbers a key may have.
 *
 * @param expected in words, such as "a number above 0"
 */
record NumberRange(DoublePredicate holds, String expected) {

  static final NumberRange FINITE = new NumberRange(Double::isFinite, "a finite number");

  static final NumberRange POSITIVE =
      new NumberRange(x -> x > 0 && Double.isFinite(x), "a number above 0");

  static final NumberRange NOT_NEGATIVE =
      new NumberRange(x -> x >= 0 && Double.isFinite(x), "a number of at least 0");

  static final NumberRange SHARE = new NumberRange(x -> x >= 0 && x <= 1, "a number from 0 to 1");

  /** By how much the quotient of two times may be no whole number. */
  private static final double ROUNDING = 1e-6;

  /** Times of whole steps, at least one. */
  static NumberRange multipleOf(double dtMs) {
    return new NumberRange(
        t -> t < 1e9 && t > dtMs / 2 && Math.abs(t / dtMs - Math.rint(t / dtMs)) < ROUNDING,
        "a multiple of the step, %s ms".formatted(dtMs));
  }

  /** Within bounds, which may be infinite. */
  static NumberRange within(Bounds bounds) {
    if (!bounds.areFinite()) {
      return FINITE;
    }
    return Double.isInfinite(bounds.high())
        ? new NumberRange(
            x -> x >= bounds.low() && Double.isFinite(x),
            "a number of at least %s".formatted(shown(bounds.low())))
        : new NumberRange(
            x -> x >= bounds.low() && x <= bounds.high(),
            "a number from %s to %s".formatted(shown(bounds.low()), shown(bounds.high())));
  }

  private static String shown(double bound) {
    return bound == Math.rint(bound) ? "%.0f".formatted(bound) : String.valueOf(bound);
  }

  /** From a number on. */
  static NumberRange from(double least, String unit) {
    return new NumberRange(
        x -> x >= least && Double.isFinite(x), "a number of at least %s %s".formatted(least, unit));
  }
}
