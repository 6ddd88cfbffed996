package plastron.loihi.learning;

import plastron.loihi.rule.Gate;
import plastron.loihi.rule.ProductSeries;

/**
 * The same sums as {@link PlainAccumulation}, row by row: pre factors once a row, post factors once
 * an epoch, and only synaptic factors per synapse. What is zero costs nothing: closed gates, rows
 * of silent neurons, post factors that are zero for all.
 */
final class RowAccumulation implements Accumulation {

  private final EpochState state;
  private final boolean skipsZeros;
  private final RowProduct[] products;

  /**
   * For one target.
   *
   * @param skipsZeros whether adding a product of 0 changes nothing; so for a target whose values
   *     always fit the accumulator, which the tag's -257 does not
   */
  RowAccumulation(EpochState state, ProductSeries series, int posts, boolean skipsZeros) {
    this.state = state;
    this.skipsZeros = skipsZeros;
    products =
        series.products().stream()
            .map(product -> new RowProduct(product, state, posts))
            .toArray(RowProduct[]::new);
  }

  @Override
  public boolean prepare() {
    boolean changes = !skipsZeros;
    for (RowProduct product : products) {
      product.nextEpoch();
      changes |= product.gate() != Gate.U || state.open;
    }
    return changes;
  }

  @Override
  public boolean accumulate(int pre, int[] accumulators, boolean[] bounded) {
    boolean touched = false;
    for (RowProduct product : products) {
      if (product.gate() == Gate.Y0) {
        touched |= product.addGatedByPost(pre, accumulators, bounded, skipsZeros);
      } else if (product.load(pre) || !skipsZeros) {
        product.add(pre, accumulators, bounded);
        touched = true;
      }
    }
    return touched;
  }
}
