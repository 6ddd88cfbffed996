package plastron.tasks.circuit;

import java.util.function.DoublePredicate;

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

  /** From a number on. */
  static NumberRange from(double least, String unit) {
    return new NumberRange(
        x -> x >= least && Double.isFinite(x), "a number of at least %s %s".formatted(least, unit));
  }
}
