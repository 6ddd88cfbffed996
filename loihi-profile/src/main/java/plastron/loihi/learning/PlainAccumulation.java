package plastron.loihi.learning;

import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;

/** The definition: every product of every synapse, factor by factor. */
final class PlainAccumulation implements Accumulation {

  private final EpochState state;
  private final ProductSeries series;

  PlainAccumulation(EpochState state, ProductSeries series) {
    this.state = state;
    this.series = series;
  }

  @Override
  public boolean prepare() {
    return true;
  }

  @Override
  public boolean accumulate(int pre, int[] accumulators, boolean[] bounded) {
    for (int i = 0; i < accumulators.length; i++) {
      for (Product product : series.products()) {
        accumulators[i] = add(state, product, pre, i, accumulators[i], bounded[i]);
      }
    }
    return true;
  }

  static int add(
      EpochState state, Product product, int j, int i, int accumulator, boolean bounded) {
    int at = state.readAt(product.gate(), j, i);
    long exact = at > 0 ? product.mantissa() : 0;
    for (int f = 0; f < product.factors().size() && exact != 0; f++) {
      Factor factor = product.factors().get(f);
      exact *= factor.value(state.value(factor.variable(), at, j, i));
    }
    int shift = LearningScale.shiftLava(product.factorBits());
    return Accumulation.add(accumulator, exact, shift, product, bounded, state.counts);
  }
}
