package plastron.loihi.range;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.range.AccumulatorRange;
import plastron.export.range.Overflow;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.arithmetic.SignMode;
import plastron.loihi.arithmetic.TraceImpulse;
import plastron.loihi.learning.TraceParameters;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.Reward;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.MicrocodeRule;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.run.ImageKeys;

/** The accumulators of the learning engine in one layer: traces, products, sums and variables. */
final class EngineRanges {

  private static final int PRODUCT_BITS = 32;
  private static final int SUM_BITS = LearningScale.ACCUMULATOR_BITS + 1;
  private static final double LARGEST_SUM = (1 << LearningScale.ACCUMULATOR_BITS) - 1;
  private static final int WEIGHT_BITS = 9;
  private static final int DELAY_WIDTH = 8;

  /** Traces that estimate rates where rules act at windows' ends. */
  private static final List<Variable> RATES = List.of(Variable.X1, Variable.Y1);

  /** Which variables beside the weight a rule changes. */
  private record Learned(boolean delay, boolean tag) {}

  private final ChipImage image;
  private final ImageLayer layer;
  private final List<AccumulatorRange> ranges = new ArrayList<>();

  EngineRanges(ChipImage image, ImageLayer layer) {
    this.image = image;
    this.layer = layer;
  }

  List<AccumulatorRange> all() {
    Optional<String> dd = ImageKeys.line(layer, ImageKeys.PLASTIC_DD);
    Optional<String> dt = ImageKeys.line(layer, ImageKeys.PLASTIC_DT);
    MicrocodeRule plastic =
        MicrocodeRule.parse(ImageKeys.line(layer, ImageKeys.PLASTIC_DW), dd, dt);
    boolean followsRates =
        Stream.of(plastic.dw(), plastic.dd(), plastic.dt())
            .flatMap(Optional::stream)
            .flatMap(series -> series.products().stream())
            .allMatch(product -> product.gate() == Gate.U);
    ImageKeys.traces(layer).forEach(trace -> trace(trace, followsRates && RATES.contains(trace)));
    Learned learned = new Learned(dd.isPresent(), dt.isPresent());
    plastic.dw().ifPresent(series -> series("dw", series, true, learned));
    plastic.dd().ifPresent(series -> series("dd", series, true, learned));
    plastic.dt().ifPresent(series -> series("dt", series, true, learned));
    ImageKeys.line(layer, ImageKeys.ACCUMULATOR_DW)
        .map(MicrocodeRule::ofWeight)
        .flatMap(MicrocodeRule::dw)
        .ifPresent(series -> series("dw of E", series, false, learned));
    // A sum is held at 15 bits, of which 7 lie below the weight's least; rounding adds one.
    double rounded = Math.scalb(LARGEST_SUM, -LearningScale.FRACTION_BITS) + 1;
    double seen =
        image.calibration().layers().get(image.layers().indexOf(layer)).plastic().maxAbsolute();
    add(
        "w",
        WEIGHT_BITS,
        SignMode.MIXED.largest(),
        Math.ceil(rounded),
        OptionalDouble.of(seen / layer.real(ImageKeys.PLASTIC_UNIT)),
        Overflow.SATURATES,
        "weight_saturations");
    return ranges;
  }

  /**
   * A trace is at most {@code z}, the fixed point of {@code z = d^T z + T (I + 1)} over epochs of T
   * steps with a spike in each, rounded up at random, and what an epoch adds within itself.
   */
  private void trace(Variable variable, boolean followsRates) {
    TraceParameters trace = ImageKeys.trace(layer, variable);
    boolean isWritten = trace.impulse().equals(TraceImpulse.NONE);
    if (isWritten) {
      return;
    }
    String name = variable.symbol();
    int population = variable.axis() == Variable.Axis.PRE ? layer.from() : layer.to();
    int epoch = layer.integer32(ImageKeys.EPOCH);
    double added = epoch * (trace.impulse().whole() + (trace.impulse().fraction() > 0 ? 2.0 : 1.0));
    double worst = added / (1 - Math.pow(trace.decay(), epoch)) + (epoch > 1 ? added : 0);
    // A rate of one leads to the trace's limit.
    double rate = image.calibration().populations().get(population).maxTraceRate();
    OptionalDouble seen =
        followsRates && trace.decay() < 1
            ? OptionalDouble.of(rate * trace.limit())
            : OptionalDouble.empty();
    add(
        name,
        LearningScale.TRACE_BITS,
        TraceScale.LARGEST,
        worst,
        seen,
        Overflow.SATURATES,
        "trace_saturations");
  }

  /**
   * @param tagged whether the synapses have tags
   * @param learned which other variables change
   */
  private void series(String target, ProductSeries series, boolean tagged, Learned learned) {
    double product = 0;
    double scaled = 0;
    double sum = Math.scalb((double) -SignMode.MIXED.smallest(), LearningScale.FRACTION_BITS);
    for (Product term : series.products()) {
      double exact = Math.abs((double) term.mantissa());
      for (Factor factor : term.factors()) {
        exact *= largest(factor, tagged, learned);
      }
      int shift = LearningScale.shiftLava(term.factorBits());
      double raised = Math.scalb(Math.ceil(Math.scalb(exact, -shift)), term.storedExponent());
      product = Math.max(product, Math.max(exact, raised));
      scaled = Math.max(scaled, raised);
      sum += Math.min(raised, LARGEST_SUM + 2);
    }
    OptionalDouble none = OptionalDouble.empty();
    add(
        "products of " + target,
        PRODUCT_BITS,
        Integer.MAX_VALUE,
        product,
        none,
        Overflow.WRAPS,
        "product_wraps");
    add(
        "scaled products of " + target,
        SUM_BITS,
        LARGEST_SUM,
        scaled,
        none,
        Overflow.SATURATES,
        "product_saturations");
    add(
        "sum of " + target,
        SUM_BITS,
        LARGEST_SUM,
        sum,
        none,
        Overflow.SATURATES,
        "accumulator_saturations");
  }

  private double largest(Factor factor, boolean tagged, Learned learned) {
    return switch (factor.variable()) {
      case X0, Y0 -> ends(factor, 0, 1);
      case X1, X2, Y1, Y2, Y3 -> ends(factor, 0, TraceScale.LARGEST);
      case R1 -> ends(factor, -Reward.LARGEST, Reward.LARGEST);
      case W -> ends(factor, SignMode.MIXED.smallest(), SignMode.MIXED.largest());
      case T ->
          learned.tag()
              ? ends(factor, SignMode.MIXED.smallest(), SignMode.MIXED.largest())
              : tagged && layer.hasArray(LoihiProgram.TAG) ? values(factor, LoihiProgram.TAG) : 0;
      case D ->
          learned.delay()
              ? ends(factor, 0, (1 << DELAY_WIDTH) - 1)
              : layer.hasArray(delays(tagged))
                  ? values(factor, delays(tagged))
                  : ends(factor, 0, 0);
    };
  }

  private static String delays(boolean tagged) {
    return tagged ? LoihiProgram.DELAY : LoihiProgram.ACCUMULATOR_DELAY;
  }

  private static double ends(Factor factor, int low, int high) {
    return Math.max(Math.abs(factor.value(low)), Math.abs(factor.value(high)));
  }

  private double values(Factor factor, String array) {
    double largest = 0;
    for (int[] row : layer.array(array).values()) {
      for (int value : row) {
        largest = Math.max(largest, Math.abs(factor.value(value)));
      }
    }
    return largest;
  }

  private void add(
      String accumulator,
      int bits,
      double limit,
      double worst,
      OptionalDouble seen,
      Overflow overflow,
      String counter) {
    ranges.add(
        new AccumulatorRange(
            layer.name(), accumulator, bits, limit, worst, seen, overflow, counter));
  }
}
