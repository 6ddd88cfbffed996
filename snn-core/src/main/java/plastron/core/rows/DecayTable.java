package plastron.core.rows;

/** {@code exp(-k dt / tau)} for whole k, as a product of two entries that stay in the cache. */
public final class DecayTable {

  private static final int BITS = 8;

  /** Beyond this exponent nothing is left that a number of double precision would show. */
  private static final double NOTHING = 40;

  private final double[] fine = new double[1 << BITS];
  private final double[] coarse;
  private final int end;

  /**
   * @param tauMs time constant, ms, at least 0; 0 leaves nothing
   * @param dtMs step, ms
   */
  public DecayTable(double tauMs, double dtMs) {
    end = (int) Math.min(1 << 24, Math.ceil(NOTHING * tauMs / dtMs));
    coarse = new double[(end >> BITS) + 1];
    for (int k = 0; k < fine.length; k++) {
      fine[k] = Math.exp(-k * dtMs / tauMs);
    }
    for (int k = 0; k < coarse.length; k++) {
      coarse[k] = Math.exp(-((double) k * fine.length) * dtMs / tauMs);
    }
  }

  /** 0 from {@link #end} on. */
  public double at(long steps) {
    return steps >= end ? 0 : coarse[(int) steps >> BITS] * fine[(int) steps & (fine.length - 1)];
  }

  /** Steps after which nothing is left. */
  public int end() {
    return end;
  }
}
