package plastron.loihi.arithmetic;

import plastron.core.ledger.Departure;

/** The 24-bit current register u and what happens when a sum does not fit. */
@Departure(
    from = "nengo-loihi",
    what = "A current of exactly 2^23 wraps to -2^23; here it stays, as in Lava.",
    reason =
        "The simulators differ at this one value; wraps are counted, and a model whose "
            + "currents could come there is refused (L-U-OVF).",
    test = "ArithmeticProperties.bothWrapsAgreeExceptAtTheEdge")
public final class CurrentRegister {

  /** Half the span of the register, 2^23. */
  public static final int HALF = 1 << 23;

  private CurrentRegister() {}

  /**
   * The wrap of the lava model, into (-2^23, 2^23], so that exactly +2^23 is kept. Lava subtracts
   * one span only; a register of 24 bits holds nothing beyond, so that sums further off wrap as
   * often as it takes.
   *
   * @param u the unwrapped sum
   */
  public static int wrapLava(int u) {
    if (u > -HALF && u <= HALF) {
      return u;
    }
    int wrapped = wrapTwosComplement(u);
    return wrapped == -HALF ? HALF : wrapped;
  }

  /** The two's complement wrap of nengo-loihi, into [-2^23, 2^23). */
  public static int wrapTwosComplement(int u) {
    return (u << 8) >> 8;
  }
}
