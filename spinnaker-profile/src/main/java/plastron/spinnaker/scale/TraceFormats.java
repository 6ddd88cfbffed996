package plastron.spinnaker.scale;

import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.legal.CoreRule;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;
import plastron.spinnaker.plasticity.Prediction;

/**
 * Exponents k of the numbers of a learning rule, each kept as s0.15 in units of 2^k; {@link
 * TraceShifts} follow from them. A shift has a least value: where a product would need less, its
 * result gets a coarser format.
 */
final class TraceFormats {

  /** E gets room for this many times the largest magnitude of the examples, if its bounds allow. */
  private static final double HEADROOM = 8;

  /** Factors get more: they are rounded once, while what E's coarser steps lose adds up. */
  private static final double FACTOR_HEADROOM = 8;

  /** Learning rates below 2^-30 lose bits: no product of them would count. */
  private static final int MOST_EXPONENT = 30;

  private final CoreRule.Trace rule;
  private final LayerNumbersOf numbers;

  /** Learning rate of the product. */
  final Mantissa gain;

  /** Of both rates. */
  int rate;

  /** Of E. */
  int trace;

  /** Of phi and psi. */
  int phi;

  /** Of theta. */
  int theta;

  /** Of W_m. */
  int modulatorWeights;

  /** Of M. */
  int modulator;

  /** Of the post factor. */
  int post;

  /** Of the pre factor. */
  int pre;

  /**
   * Chooses the exponents.
   *
   * @param gainValue learning rate of the product
   */
  TraceFormats(CoreRule.Trace rule, LayerNumbersOf numbers, double gainValue) {
    this.rule = rule;
    this.numbers = numbers;
    gain = Mantissa.of(gainValue, MOST_EXPONENT);
    trace = PowerOfTwo.atLeast(expected(rule, numbers));
    boolean holdsPrediction = rule.kernel().post() == PostFactor.RATE;
    rate = PowerOfTwo.atLeast(Math.max(numbers.largestRate(), holdsPrediction ? predicted() : 0));
    chooseThresholds();
    switch (rule.kernel().post()) {
      case RATE -> post = rate;
      case MODULATED_RATE -> chooseModulator(rule.sum().orElseThrow());
      case HOST_MODULATED_RATE ->
          chooseModulated(told(rule.host().orElseThrow()), Integer.MIN_VALUE);
      case SLIDING_THRESHOLD -> choosePost();
    }
    pre = rule.kernel().pre() == PreFactor.RATE ? rate : distance();
    fit();
  }

  /** The largest magnitude that E is given room for. */
  static double expected(CoreRule.Trace rule, LayerNumbersOf numbers) {
    return expected(rule, numbers, HEADROOM);
  }

  /**
   * The largest magnitude of E in the examples times this, or what it can be if they were silent.
   */
  static double expected(CoreRule.Trace rule, LayerNumbersOf numbers, double headroom) {
    Bounds bounds = rule.state().bounds();
    double bound = Math.max(Math.abs(bounds.low()), Math.abs(bounds.high()));
    double seen = headroom * numbers.range(rule.state());
    return seen == 0 ? (Double.isInfinite(bound) ? 1 : bound) : Math.min(bound, seen);
  }

  private double rateOf(Symbol activity) {
    return numbers.range(activity, numbers.largestRate());
  }

  private double thetaSeen() {
    return rule.postThreshold()
        .flatMap(CoreRule.Threshold::state)
        .map(s -> numbers.range(s, numbers.largestRate() * numbers.largestRate()))
        .orElse(0.0);
  }

  /** Largest fixed part of the threshold of pre neurons. */
  double psi() {
    return rule.preThreshold()
        .map(t -> LayerNumbersOf.largest(numbers.perPre(t.fixed())))
        .orElse(0.0);
  }

  /** Theta follows the square of a rate, which it must hold as well. */
  private void chooseThresholds() {
    phi = Math.max(rate, PowerOfTwo.above(psi()));
    double y = Math.min(FACTOR_HEADROOM * rateOf(rule.post()), numbers.largestRate());
    double largest = Math.max(y * y, FACTOR_HEADROOM * thetaSeen());
    theta = Math.max(Math.max(rate, 2 * rate - 14), PowerOfTwo.atLeast(largest));
  }

  /** What is subtracted from the post factor, at most. */
  private double predicted() {
    double alone = expected(rule, numbers) * rateOf(rule.pre());
    return switch (rule.kernel().prediction()) {
      case NONE -> 0;
      case PER_SYNAPSE -> apart() ? 0 : alone;
      case SUMMED -> {
        // beside a plain rate the prediction sets the steps of both rates
        double room = rule.kernel().post() == PostFactor.RATE ? 2 : FACTOR_HEADROOM;
        yield room * numbers.range(rule.prediction().orElseThrow(), alone / room);
      }
    };
  }

  /** Whether predictions are multiplied by something else than the post factor. */
  boolean apart() {
    return rule.kernel().pre() != PreFactor.RATE;
  }

  private void chooseModulator(CoreRule.Modulator.Sum source) {
    double[][] matrix = numbers.parameter(source.weights());
    modulatorWeights = PowerOfTwo.above(LayerNumbersOf.largest(matrix));
    double possible = LayerNumbersOf.largestColumn(matrix) * numbers.largestRate();
    double seen = FACTOR_HEADROOM * numbers.range(source.value(), possible);
    chooseModulated(seen, modulatorWeights + rate - 14);
  }

  /** One if the examples never gave anything but zero. */
  private double told(CoreRule.Modulator.Host source) {
    return FACTOR_HEADROOM * numbers.range(source.value(), 1 / FACTOR_HEADROOM);
  }

  /**
   * Formats of M and of the post factor.
   *
   * @param seen the largest M to make room for
   * @param least exponent of M
   */
  private void chooseModulated(double seen, int least) {
    modulator = Math.max(PowerOfTwo.above(seen), least);
    post = PowerOfTwo.above(Math.max(seen * rateOf(rule.post()), predicted()));
    post = Math.max(post, modulator + rate - 14);
  }

  private void choosePost() {
    double y = rateOf(rule.post());
    double factor = FACTOR_HEADROOM * y * Math.max(y, thetaSeen());
    post = Math.max(PowerOfTwo.above(Math.max(factor, predicted())), 2 * rate - 14);
  }

  private int distance() {
    double x = rateOf(rule.pre());
    double phiSeen =
        rule.preThreshold()
            .flatMap(CoreRule.Threshold::state)
            .map(s -> numbers.range(s, numbers.largestRate()))
            .orElse(0.0);
    double largest = FACTOR_HEADROOM * x * Math.max(x, phiSeen + psi());
    return Math.max(PowerOfTwo.above(largest), 2 * rate - 14);
  }

  /** Coarsens E and the post factor until all products of them drop at least one bit. */
  private void fit() {
    boolean multiplied = rule.kernel().prediction() == Prediction.SUMMED;
    boolean predicts = multiplied || (rule.kernel().prediction() != Prediction.NONE && !apart());
    for (int pass = 0; pass < 2; pass++) {
      trace = Math.max(trace, post + pre - 14 - gain.exponent());
      if (multiplied && apart()) {
        trace = Math.max(trace, post + rate - 14 - gain.exponent());
      }
      if (predicts) {
        trace = Math.max(trace, post - rate - 15);
        post = post == rate ? post : Math.max(post, trace + rate - 14);
      }
    }
  }

  /** Exponent of the weights that leaves room for {@code alpha E}, at least {@code wanted}. */
  int weight(int wanted, double largestAlpha) {
    return Math.max(wanted, PowerOfTwo.above(largestAlpha) + trace - 14);
  }

  /** Exponent of alpha beside weights of this exponent. */
  int alpha(int weight, double largestAlpha) {
    return Math.max(PowerOfTwo.above(largestAlpha), weight - trace - 15);
  }

  /** The smallest and the largest E, raw. */
  int[] bounds() {
    Bounds bounds = rule.state().bounds();
    return new int[] {raw(bounds.low()), raw(bounds.high())};
  }

  /** Whether these are the rule's own, not the ends of the format. */
  boolean holdsOwnBounds() {
    Bounds bounds = rule.state().bounds();
    return Math.max(-bounds.low(), bounds.high()) <= PowerOfTwo.of(trace);
  }

  private int raw(double bound) {
    return (int)
        Math.clamp(Math.rint(bound * PowerOfTwo.of(15 - trace)), (double) Fract16.MIN, Fract16.MAX);
  }

  /** Exponent of {@code eta y y} as a mantissa. */
  Mantissa squareLoss(double eta) {
    return Mantissa.of(eta, Math.min(MOST_EXPONENT, 32 + 2 * rate));
  }
}
