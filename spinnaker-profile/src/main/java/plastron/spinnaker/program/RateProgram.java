package plastron.spinnaker.program;

import plastron.plasticity.model.RateEstimator;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.fixed.SpinnakerRegister;

/**
 * How a core makes rates, s0.15 in units of {@code 2^exponent}.
 *
 * <p>Counted: {@code r = min(32767, rn(count * unit, shift))} at the end of an interval; without a
 * shift that is section 6 of the SpiNNaker reference data. Traced: every step {@code x = rn(x *
 * decay, 16) + (spike ? impulse : 0)} with x at scale 2^-30, and {@code r = min(32767, rn(x, 15))}.
 *
 * @param traced whether rates are traces
 * @param unit rate of a spike if counted, else 0
 * @param shift bits that a counted rate drops
 * @param decay factor per step if traced, u0.16, else 0
 * @param impulse of a spike if traced, scale 2^-30, else 0
 */
public record RateProgram(boolean traced, int unit, int shift, int decay, int impulse) {

  /** The most steps an interval can have so that one spike still counts. */
  public static final int MAX_STEPS = 65536;

  private static final int FINE = 15;
  private static final int TRACE_ONE = 1 << 30;

  /** Checks the ranges. */
  public RateProgram {
    SpinnakerRegister.RATE_UNIT.require(unit);
    SpinnakerRegister.RATE_SHIFT.require(shift);
    SpinnakerRegister.TRACE_DECAY.require(decay);
    SpinnakerRegister.TRACE_IMPULSE.require(impulse);
  }

  /** Counted without a shift, as in the reference data. */
  public static RateProgram counted(int unit) {
    return new RateProgram(false, unit, 0, 0, 0);
  }

  /**
   * The rate of one spike in an interval, as the reference data has it: {@code (32768 + K/2) // K}.
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

  /**
   * The program of an estimator.
   *
   * @param interval steps per interval, 1 to {@link #MAX_STEPS}
   * @param reference rates are divided by this
   * @param exponent rates are fractions of {@code 2^exponent}, which is at least 1 / reference
   */
  public static RateProgram of(RateEstimator rates, int interval, double reference, int exponent) {
    double one = 1 / (reference * Math.scalb(1.0, exponent));
    return switch (rates) {
      case RateEstimator.Boxcar boxcar -> {
        double unit = 32768 * one / interval;
        int shift = unit == Math.rint(unit) ? 0 : FINE;
        yield new RateProgram(false, (int) Math.rint(Math.scalb(unit, shift)), shift, 0, 0);
      }
      case RateEstimator.ExponentialTrace(double wanted) -> {
        int decay = Fract16.coefficient("trace decay", wanted);
        double impulse =
            (Fract16.COEFFICIENT_ONE - decay) / (double) Fract16.COEFFICIENT_ONE * one * TRACE_ONE;
        yield new RateProgram(true, 0, 0, decay, (int) Math.rint(impulse));
      }
    };
  }

  /** Whether a trace with this decay would move at all. */
  public static boolean moves(double decay) {
    return SpinnakerRegister.TRACE_DECAY.holds(SpinnakerRegister.TRACE_DECAY.nearest(decay));
  }

  /**
   * The rate of a neuron that was counted, before it is clipped to 32767.
   *
   * @param count spikes in the interval, at least 0
   */
  public long countedRate(long count) {
    return shift == 0 ? count * unit : Fract16.rn(count * unit, shift);
  }

  /** A trace one step later, without a new spike. */
  public int decayed(int trace) {
    return (int) ((trace * (long) decay + (1 << 15)) >> 16);
  }

  /** The rate of a trace, before it is clipped to 32767. */
  public long tracedRate(int trace) {
    return ((long) trace + (1 << 14)) >> 15;
  }

  /** The largest trace a neuron can have, which spikes in every step. */
  public double largestTrace() {
    return (impulse + 0.5) * Fract16.COEFFICIENT_ONE / (Fract16.COEFFICIENT_ONE - decay);
  }
}
