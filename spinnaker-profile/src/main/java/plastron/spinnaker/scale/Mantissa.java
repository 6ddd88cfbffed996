package plastron.spinnaker.scale;

import plastron.spinnaker.fixed.Fract16;

/**
 * A learning rate {@code raw . 2^(-16 - exponent)} with 16 significant bits; the exponent becomes
 * part of a shift.
 *
 * @param raw with a sign, at most 65536 in magnitude
 * @param exponent the larger, the finer
 */
record Mantissa(int raw, int exponent) {

  /** The nearest to a finite number. */
  static Mantissa of(double value, int mostExponent) {
    if (value == 0) {
      return new Mantissa(0, 0);
    }
    int exponent = Math.min(-1 - Math.getExponent(value), mostExponent);
    return new Mantissa((int) Math.rint(Math.scalb(value, 16 + exponent)), exponent);
  }

  double real() {
    return Math.scalb((double) raw / Fract16.COEFFICIENT_ONE, -exponent);
  }
}
