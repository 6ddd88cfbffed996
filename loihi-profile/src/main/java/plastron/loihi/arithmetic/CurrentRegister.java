package plastron.loihi.arithmetic;

/** The 24-bit current register u and what happens when a sum does not fit. */
public final class CurrentRegister {

  /** Half the span of the register, 2^23. */
  public static final int HALF = 1 << 23;

  private CurrentRegister() {}

  /**
   * The wrap of the lava model: once, into (-2^23, 2^23], so that exactly +2^23 is kept.
   *
   * @param u the unwrapped sum
   */
  public static int wrapLava(int u) {
    if (u > HALF) {
      return u - 2 * HALF;
    }
    return u <= -HALF ? u + 2 * HALF : u;
  }

  /** The two's complement wrap of nengo-loihi, into [-2^23, 2^23). */
  public static int wrapTwosComplement(int u) {
    return (u << 8) >> 8;
  }
}
