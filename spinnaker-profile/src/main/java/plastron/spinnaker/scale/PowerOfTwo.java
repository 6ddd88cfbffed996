package plastron.spinnaker.scale;

/** Exponents of scales. */
final class PowerOfTwo {

  /** Far below and above what any format needs: products of four such numbers are still doubles. */
  static final int LEAST = -60;

  static final int MOST = 60;

  private PowerOfTwo() {}

  /** The smallest k within the limits with {@code 2^k >= value}; the lower limit for 0. */
  static int atLeast(double value, int min, int max) {
    int k = min;
    while (k < max && Math.scalb(1.0, k) < value) {
      k++;
    }
    return k;
  }

  /** The smallest k with {@code 2^k >= value}, from {@link #LEAST} to {@link #MOST}. */
  static int atLeast(double value) {
    return atLeast(value, LEAST, MOST);
  }

  /** The smallest k within the limits with {@code 2^k > value}. */
  static int above(double value, int min, int max) {
    return atLeast(Math.nextUp(value), min, max);
  }

  /** The smallest k with {@code 2^k > value}, from {@link #LEAST} to {@link #MOST}. */
  static int above(double value) {
    return above(value, LEAST, MOST);
  }

  static double of(int k) {
    return Math.scalb(1.0, k);
  }
}
