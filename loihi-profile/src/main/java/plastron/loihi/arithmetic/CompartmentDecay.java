package plastron.loihi.arithmetic;

/** Exponential decay of the compartment registers u and v with 12-bit decay constants. */
public final class CompartmentDecay {

  /** A decay constant that forgets everything in one step; constants lie in {@code [0, FULL]}. */
  public static final int FULL = 4096;

  /**
   * The hardware adds 1 to the programmed current decay (lava ds_offset, nengo-loihi decay_int
   * offset).
   */
  public static final int CURRENT_OFFSET = 1;

  /**
   * Mean loss of one rounding-down, found by nengo-loihi empirically (discretize.py,
   * decay_magnitude).
   */
  private static final double MEAN_ROUNDING_LOSS = 0.494;

  private static final int BITS = 12;

  private CompartmentDecay() {}

  /**
   * One step of decay, rounded towards zero.
   *
   * @param x a register value
   * @param decay the effective decay, 0 (keep) to {@link #FULL} (forget)
   */
  public static int apply(int x, int decay) {
    long magnitude = (Math.abs((long) x) * (FULL - decay)) >> BITS;
    return (int) (x < 0 ? -magnitude : magnitude);
  }

  /**
   * Estimates the sum over time of a value that decays with rounding, divided by its start: how
   * much charge one unit of input brings (nengo-loihi, decay_magnitude).
   *
   * @param decay programmed decay, {@code 1 <= decay + offset < FULL}
   * @param start the start value, above 0; nengo-loihi uses 2^21
   * @param offset what the hardware adds to the decay, 0 or 1
   */
  public static double magnitude(int decay, double start, int offset) {
    if (decay + offset < 1 || decay + offset >= FULL) {
      throw new IllegalArgumentException(
          "The effective decay (%d) should be in [1, %d].".formatted(decay + offset, FULL - 1));
    }
    double r = (double) (FULL - offset - decay) / FULL;
    double steps = -Math.log1p(start * (1 - r) / MEAN_ROUNDING_LOSS) / Math.log(r);
    double ideal = (1 - Math.pow(r, steps + 1)) / (1 - r);
    double loss = MEAN_ROUNDING_LOSS / ((1 - r) * start) * (steps + 1 - ideal);
    return ideal - loss;
  }
}
