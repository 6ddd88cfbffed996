package plastron.export.fixedpoint;

/** Division of integers by powers of two, in the ways chips round. {@code bits} is 0 to 62. */
public final class Shifts {

  private Shifts() {}

  /** {@code floor(value / 2^bits)}. */
  public static long floor(long value, int bits) {
    return value >> check(bits);
  }

  /** {@code value / 2^bits} towards zero. */
  public static long truncate(long value, int bits) {
    long floor = floor(value, bits);
    return value < 0 && floor << bits != value ? floor + 1 : floor;
  }

  /** {@code value / 2^bits} to the nearest integer, halves up. */
  public static long nearest(long value, int bits) {
    return bits == 0 ? value : floor(value, bits) + ((value >> (bits - 1)) & 1);
  }

  /** {@code value / 2^bits} to the nearest integer, halves to even. */
  public static long nearestEven(long value, int bits) {
    long floor = floor(value, bits);
    long rest = value - (floor << bits);
    long half = bits == 0 ? 1 : 1L << (bits - 1);
    return rest > half || (rest == half && (floor & 1) == 1) ? floor + 1 : floor;
  }

  /**
   * {@code value / 2^bits}, up with the probability of the part that is lost.
   *
   * @param random a random number whose lowest {@code bits} bits are evenly distributed
   */
  public static long stochastic(long value, int bits, long random) {
    long mask = (1L << check(bits)) - 1;
    return floor(value, bits) + (((value & mask) + (random & mask)) >> bits);
  }

  private static int check(int bits) {
    if (bits < 0 || bits > 62) {
      throw new IllegalArgumentException("Shift (%d bits) must be 0 to 62.".formatted(bits));
    }
    return bits;
  }
}
