package plastron.spinnaker.plasticity;

import plastron.spinnaker.fixed.Fract16;

/**
 * The numbers a layer's kernel shares over all synapses.
 *
 * @param eta what E loses in an interval, u0.16, 0 to 65536
 * @param gain learning rate of the product of post and pre factor, u0.16, 0 to 65536; the same as
 *     eta in the reference data
 * @param etaPhi rate of the sliding threshold phi, u0.16, 0 to 65536
 * @param rateUnit rate of one spike in an interval, s0.15, 0 to 32768; see {@link #unit}
 */
public record KernelCoefficients(int eta, int gain, int etaPhi, int rateUnit) {

  /** The most steps an interval can have so that one spike still counts. */
  public static final int MAX_STEPS = 65536;

  /** Checks the ranges. */
  public KernelCoefficients {
    if (outside(eta) || outside(gain) || outside(etaPhi)) {
      throw new IllegalArgumentException(
          "eta, gain and eta_phi (raw %d, %d, %d) must lie within 0 to 65536"
              .formatted(eta, gain, etaPhi));
    }
    if (rateUnit < 0 || rateUnit > -Fract16.MIN) {
      throw new IllegalArgumentException(
          "rate unit (raw %d) must lie within 0 to 32768".formatted(rateUnit));
    }
  }

  /** One learning rate for both, as in the reference data. */
  public KernelCoefficients(int eta, int etaPhi, int rateUnit) {
    this(eta, eta, etaPhi, rateUnit);
  }

  private static boolean outside(int coefficient) {
    return coefficient < 0 || coefficient > Fract16.COEFFICIENT_ONE;
  }

  /**
   * The rate of one spike in an interval: {@code (32768 + K/2) // K}.
   *
   * @param steps steps per interval K, 1 to {@link #MAX_STEPS}
   */
  public static int unit(int steps) {
    if (steps < 1 || steps > MAX_STEPS) {
      throw new IllegalArgumentException(
          "steps per interval (%d) must lie within 1 to %d".formatted(steps, MAX_STEPS));
    }
    return (32768 + steps / 2) / steps;
  }

  /** What E keeps of itself in an interval, u0.16. */
  public int keep() {
    return Fract16.COEFFICIENT_ONE - eta;
  }

  /**
   * The rate of a neuron: {@code min(32767, count * unit)}.
   *
   * @param count spikes in the interval, at least 0
   * @return s0.15, at least 0
   */
  public int rate(int count) {
    return (int) Math.min(Fract16.MAX, (long) count * rateUnit);
  }

  /** Whether {@link #rate} loses something of a count. */
  boolean clipsRate(int count) {
    return (long) count * rateUnit > Fract16.MAX;
  }
}
