package plastron.export.fixedpoint;

/**
 * A fixed-point format such as s16.15 (sign, 16 integer bits, 15 fraction bits) or u0.16.
 *
 * @param signed whether there is a sign bit (two's complement)
 * @param integerBits bits above the binary point, at least 0, without the sign
 * @param fractionBits bits below the binary point, at least 0; at least 1 and at most 62 bits
 *     together
 */
public record FixedFormat(boolean signed, int integerBits, int fractionBits) {

  public FixedFormat {
    int bits = integerBits + fractionBits;
    if (integerBits < 0 || fractionBits < 0 || bits < 1 || bits > 62) {
      throw new IllegalArgumentException(
          "Format (%d integer, %d fraction bits) must have 1 to 62 bits."
              .formatted(integerBits, fractionBits));
    }
  }

  /** With a sign bit, two's complement. */
  public static FixedFormat signed(int integerBits, int fractionBits) {
    return new FixedFormat(true, integerBits, fractionBits);
  }

  /** Without a sign bit. */
  public static FixedFormat unsigned(int integerBits, int fractionBits) {
    return new FixedFormat(false, integerBits, fractionBits);
  }

  /** The value of the lowest bit. */
  public double lsb() {
    return Math.scalb(1.0, -fractionBits);
  }

  /** Smallest raw integer. */
  public long min() {
    return signed ? -(1L << (integerBits + fractionBits)) : 0;
  }

  /** Largest raw integer. */
  public long max() {
    return (1L << (integerBits + fractionBits)) - 1;
  }

  /** The scale from real numbers to raw integers. */
  public Scale scale() {
    return new Scale(lsb(), min(), max());
  }

  /** Such as {@code s16.15}. */
  @Override
  public String toString() {
    return (signed ? "s" : "u") + integerBits + "." + fractionBits;
  }
}
