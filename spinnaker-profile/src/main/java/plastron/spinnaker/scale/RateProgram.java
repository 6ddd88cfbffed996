package plastron.spinnaker.scale;

import plastron.plasticity.model.RateEstimator;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.plasticity.KernelCoefficients;

/**
 * How a core makes rates, s0.15 in units of {@code 2^exponent}.
 *
 * <p>Counted: {@code r = min(32767, count * unit)} at the end of an interval (section 6 of the
 * SpiNNaker reference data). Traced: every step {@code x = rn(x * decay, 16) + (spike ? impulse :
 * 0)} with x at scale 2^-30, and {@code r = min(32767, rn(x, 15))}.
 *
 * @param traced whether rates are traces
 * @param unit rate of a spike if counted, else 0
 * @param decay factor per step if traced, u0.16, else 0
 * @param impulse of a spike if traced, scale 2^-30, else 0
 */
public record RateProgram(boolean traced, int unit, int decay, int impulse) {

  /** Scale of traces: 2^30 is one. */
  public static final int TRACE_ONE = 1 << 30;

  /**
   * The program of an estimator.
   *
   * @param interval steps per interval
   * @param reference rates are divided by this
   * @param exponent rates are fractions of {@code 2^exponent}
   */
  static RateProgram of(RateEstimator rates, int interval, double reference, int exponent) {
    double one = 1 / (reference * PowerOfTwo.of(exponent));
    return switch (rates) {
      case RateEstimator.Boxcar boxcar ->
          new RateProgram(
              false,
              one == 1 && interval <= KernelCoefficients.MAX_STEPS
                  ? KernelCoefficients.unit(interval)
                  : (int) Math.floor(32768 * one / interval + 0.5),
              0,
              0);
      case RateEstimator.ExponentialTrace(double decay) -> {
        int factor = Fract16.coefficient("trace decay", decay);
        double impulse =
            (Fract16.COEFFICIENT_ONE - factor) / (double) Fract16.COEFFICIENT_ONE * one * TRACE_ONE;
        yield new RateProgram(true, 0, factor, (int) Math.rint(impulse));
      }
    };
  }

  /** The relative error of a rate against the estimator's, for few spikes. */
  double error(RateEstimator rates, int interval, double reference, int exponent) {
    double one = 1 / (reference * PowerOfTwo.of(exponent));
    return switch (rates) {
      case RateEstimator.Boxcar boxcar -> Math.abs(unit * (double) interval / (32768 * one) - 1);
      case RateEstimator.ExponentialTrace(double traceDecay) ->
          Math.abs(impulse / (TRACE_ONE * one * (1 - traceDecay)) - 1);
    };
  }
}
