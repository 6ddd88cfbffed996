package plastron.spinnaker.scale;

/** Exponents of scales. */
final class PowerOfTwo {

  private PowerOfTwo() {}

  /** The smallest k within the limits with {@code 2^k >= value}; the lower limit for 0. */
  static int atLeast(double value, int min, int max) {
    int k = min;
    while (k < max && Math.scalb(1.0, k) < value) {
      k++;
    }
    return k;
  }

  /** The smallest k within the limits with {@code 2^k > value}. */
  static int above(double value, int min, int max) {
    return atLeast(Math.nextUp(value), min, max);
  }

  static double of(int k) {
    return Math.scalb(1.0, k);
  }
}
