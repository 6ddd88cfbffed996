package plastron.loihi.learning;

import java.util.List;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.Variable;

/**
 * One product of a rule over rows of synapses, its factors sorted by axis. Rows whose products fit
 * 32 bits, as nearly all do, take loops with one output and no branch, which the JIT vectorises;
 * the others follow the definition.
 */
final class RowProduct {

  private final Product product;
  private final EpochState state;
  private final List<Factor> preFactors;
  private final List<Factor> postFactors;
  private final List<Factor> synapseFactors;
  private final int shift;
  private final long synapseBound;
  private final long[] post;
  private final int[] products;
  private int postReadAt;
  private long postBound;
  private long pre;

  RowProduct(Product product, EpochState state, int posts) {
    this.product = product;
    this.state = state;
    preFactors = of(product, Variable.Axis.PRE);
    postFactors = of(product, Variable.Axis.POST);
    synapseFactors = of(product, Variable.Axis.SYNAPSE);
    shift = Accumulation.lasting(LearningScale.shiftLava(product.factorBits()));
    synapseBound = 1L << synapseFactors.stream().mapToInt(f -> f.variable().width()).sum();
    post = new long[posts];
    products = new int[posts];
  }

  private static List<Factor> of(Product product, Variable.Axis axis) {
    return product.factors().stream().filter(f -> f.variable().axis() == axis).toList();
  }

  Gate gate() {
    return product.gate();
  }

  /** Traces have changed. */
  void nextEpoch() {
    postReadAt = 0;
  }

  /**
   * Takes up a row of a product that is not gated by y0.
   *
   * @return whether a product of the row can be anything but 0
   */
  boolean load(int row) {
    int at = state.readAt(product.gate(), row, 0);
    pre = at > 0 ? product.mantissa() : 0;
    for (int f = 0; f < preFactors.size() && pre != 0; f++) {
      Factor factor = preFactors.get(f);
      pre *= factor.value(state.value(factor.variable(), at, row, 0));
    }
    if (pre != 0 && at != postReadAt) {
      multiplyPost(at);
    }
    return pre != 0 && postBound != 0;
  }

  private void multiplyPost(int at) {
    postReadAt = at;
    postBound = 0;
    for (int i = 0; i < post.length; i++) {
      post[i] = 1;
      for (int f = 0; f < postFactors.size(); f++) {
        Factor factor = postFactors.get(f);
        post[i] *= factor.value(state.value(factor.variable(), at, 0, i));
      }
      postBound = Math.max(postBound, Math.abs(post[i]));
    }
  }

  /** Adds the products of the loaded row. */
  void add(int row, int[] accumulators, boolean[] bounded) {
    // Operands have 59 bits together and the mantissa 4, so that the bound itself is exact.
    if (Math.abs(pre) * postBound * synapseBound > Integer.MAX_VALUE) {
      for (int i = 0; i < accumulators.length; i++) {
        accumulators[i] =
            PlainAccumulation.add(state, product, row, i, accumulators[i], bounded[i]);
      }
      return;
    }
    int factor = (int) pre;
    for (int i = 0; i < products.length; i++) {
      products[i] = factor * (int) post[i];
    }
    for (int f = 0; f < synapseFactors.size(); f++) {
      multiply(synapseFactors.get(f), row);
    }
    scaleAndAdd(accumulators, bounded);
  }

  private void multiply(Factor factor, int row) {
    int[] values = state.row(factor.variable(), row);
    int constant = factor.constant().orElse(0);
    int min = -(1 << factor.variable().width());
    int max = -min - 1;
    if (factor.sign()) {
      for (int i = 0; i < products.length; i++) {
        products[i] *= Integer.signum(values[i] + constant);
      }
    } else {
      for (int i = 0; i < products.length; i++) {
        products[i] *= Math.max(min, Math.min(max, values[i] + constant));
      }
    }
  }

  /**
   * {@link Accumulation#add} for products that do not wrap; scaled they have 15 bits, so that
   * raising them by at most 15 does not wrap either.
   */
  private void scaleAndAdd(int[] accumulators, boolean[] bounded) {
    int exponent = product.storedExponent();
    int productSaturations = 0;
    for (int i = 0; i < products.length; i++) {
      int raised = products[i] >> shift << exponent;
      int term = limited(raised);
      productSaturations += differ(raised, term);
      products[i] = accumulators[i] + term;
    }
    int accumulatorSaturations = 0;
    for (int i = 0; i < products.length; i++) {
      int limited = limited(products[i]);
      accumulatorSaturations += differ(products[i], limited);
      accumulators[i] = limited;
    }
    state.counts.productSaturations += productSaturations;
    if (accumulatorSaturations > 0) {
      countLimited(accumulators, bounded);
    }
  }

  private void countLimited(int[] accumulators, boolean[] bounded) {
    for (int i = 0; i < products.length; i++) {
      if (products[i] != accumulators[i]) {
        state.counts.limited(bounded[i]);
      }
    }
  }

  private static int limited(int value) {
    return Math.max(Accumulation.ACCUMULATOR_MIN, Math.min(Accumulation.ACCUMULATOR_MAX, value));
  }

  /** 1 if the numbers differ, 0 if not, without a branch; their difference must fit 32 bits. */
  private static int differ(int a, int b) {
    return ((a - b) | (b - a)) >>> 31;
  }

  /**
   * Adds the products of a row that are gated by y0.
   *
   * @return whether there may have been any but 0
   */
  boolean addGatedByPost(int row, int[] accumulators, boolean[] bounded, boolean skipsZeros) {
    boolean added = false;
    for (int i = 0; i < accumulators.length; i++) {
      if (!skipsZeros || state.post.lastSpike[i] > 0) {
        accumulators[i] =
            PlainAccumulation.add(state, product, row, i, accumulators[i], bounded[i]);
        added = true;
      }
    }
    return added;
  }
}
