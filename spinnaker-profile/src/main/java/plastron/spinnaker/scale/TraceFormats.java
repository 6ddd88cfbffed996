package plastron.spinnaker.scale;

import java.util.Optional;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.plasticity.Decay;
import plastron.spinnaker.plasticity.KernelShifts;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;

/**
 * Exponents k of the numbers of a learning rule, each kept as s0.15 in units of 2^k, and the shifts
 * that follow from them.
 *
 * @param rate of both rates, thresholds phi, psi and theta
 * @param trace of E
 * @param modulatorWeights of W_m
 * @param alpha of alpha
 * @param shifts of the kernel's products
 * @param limit largest magnitude of E, raw
 */
record TraceFormats(
    int rate, int trace, int modulatorWeights, int alpha, KernelShifts shifts, int limit) {

  private static final int LEAST = -8;
  private static final int MOST = 15;

  /** E gets room for this many times the largest magnitude of the examples, if its bounds allow. */
  static final double HEADROOM = 2;

  /**
   * Chooses the exponents.
   *
   * @param ranges of the layer
   * @param largestRate no rate can be larger
   * @param weight exponent of the weights
   */
  static TraceFormats choose(
      CoreRule.Trace rule, LayerNumbersOf ranges, double largestRate, int weight) {
    int rate = rateExponent(rule, ranges, largestRate);
    double bound = rule.state().bounds().high();
    double seen = HEADROOM * ranges.range(rule.state());
    double wanted = seen == 0 ? (Double.isInfinite(bound) ? 1 : bound) : Math.min(bound, seen);
    int trace = PowerOfTwo.atLeast(wanted, LEAST, MOST);

    int matrix = 0;
    int modulator = 0;
    int post = rate;
    if (rule.modulator().isPresent()) {
      CoreRule.Modulator source = rule.modulator().get();
      matrix = PowerOfTwo.above(ranges.largest(source.weights()), -15, MOST);
      modulator =
          Math.max(
              PowerOfTwo.above(HEADROOM * ranges.range(source.sum()), LEAST, MOST),
              matrix + rate - 14);
      double product = HEADROOM * ranges.range(source.sum()) * ranges.range(rule.post());
      post = Math.max(PowerOfTwo.above(product, LEAST, MOST), modulator + rate - 14);
    } else if (rule.kernel().post() == PostFactor.SLIDING_THRESHOLD) {
      post = 2 * rate;
    }
    if (rule.kernel().prediction() != Prediction.NONE) {
      post = post == rate ? post : Math.max(post, trace + rate - 14);
    }
    int pre = rule.kernel().pre() == PreFactor.RATE ? rate : preExponent(rule, ranges, rate);
    trace = Math.max(trace, post + pre - 14);
    int alpha =
        Math.max(PowerOfTwo.above(ranges.largest(rule.alpha()), -15, MOST), weight - trace - 15);
    KernelShifts shifts =
        new KernelShifts(
            15 + modulator - matrix - rate,
            postShift(rule.kernel().post(), post, modulator, rate),
            rule.kernel().prediction() == Prediction.NONE ? 15 : 15 + post - trace - rate,
            15 + pre - 2 * rate > 0 && rule.kernel().pre() == PreFactor.SLIDING_THRESHOLD
                ? 15 + pre - 2 * rate
                : 15,
            15 + trace - post - pre,
            rule.kernel().decay() == Decay.POST_SQUARE ? 15 - 2 * rate : 15 - rate,
            15 + weight - alpha - trace);
    int limit = (int) Math.clamp(Math.rint(bound * PowerOfTwo.of(15 - trace)), 1, -Fract16.MIN);
    return new TraceFormats(rate, trace, matrix, alpha, shifts, limit);
  }

  private static int postShift(PostFactor kind, int post, int modulator, int rate) {
    return switch (kind) {
      case RATE -> 15;
      case MODULATED_RATE -> 15 + post - modulator - rate;
      case SLIDING_THRESHOLD -> 15 + post - 2 * rate;
    };
  }

  private static int rateExponent(CoreRule.Trace rule, LayerNumbersOf ranges, double largestRate) {
    double largest = largestRate;
    Optional<Symbol> psi = rule.threshold().flatMap(CoreRule.Threshold::fixed);
    if (psi.isPresent()) {
      largest = Math.max(largest, Math.nextUp(ranges.largest(psi.get())));
    }
    if (rule.kernel().post() == PostFactor.SLIDING_THRESHOLD) {
      Optional<Symbol> theta = rule.threshold().flatMap(CoreRule.Threshold::state);
      largest = Math.max(largest, theta.map(t -> HEADROOM * ranges.range(t)).orElse(0.0));
    }
    if (rule.kernel().post() == PostFactor.RATE && rule.prediction().isPresent()) {
      largest = Math.max(largest, HEADROOM * ranges.range(rule.prediction().get()));
    }
    return PowerOfTwo.atLeast(largest, LEAST, MOST);
  }

  private static int preExponent(CoreRule.Trace rule, LayerNumbersOf ranges, int rate) {
    double x = ranges.range(rule.pre());
    double psi =
        rule.threshold().flatMap(CoreRule.Threshold::fixed).map(ranges::largest).orElse(0.0);
    double phi = rule.threshold().flatMap(CoreRule.Threshold::state).map(ranges::range).orElse(0.0);
    double largest = HEADROOM * x * Math.max(x, phi + psi);
    return Math.max(PowerOfTwo.above(largest, LEAST, MOST), 2 * rate - 14);
  }
}
