package plastron.loihi.learning;

import java.util.Arrays;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.rule.Factor;
import plastron.loihi.rule.Gate;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;

/**
 * The same sums as {@link PlainAccumulation}, row by row: pre factors once a row, post factors once
 * an epoch (gate u) or once a row (gate x0), and only synaptic factors per synapse. Rows of silent
 * neurons cost nothing.
 */
final class RowAccumulation implements Accumulation {

  private final EpochState state;
  private final boolean skipsZeros;
  private Term[] terms = {};

  /** One product with its factors sorted by axis. */
  private static final class Term {
    final Product product;
    final Factor[] pre;
    final Factor[] post;
    final Factor[] synapse;
    final int shift;
    final long[] postProducts;

    Term(Product product, int posts) {
      this.product = product;
      pre = of(product, Variable.Axis.PRE);
      post = of(product, Variable.Axis.POST);
      synapse = of(product, Variable.Axis.SYNAPSE);
      shift = LearningScale.shiftLava(product.factorBits());
      postProducts = new long[posts];
    }

    private static Factor[] of(Product product, Variable.Axis axis) {
      return product.factors().stream()
          .filter(f -> f.variable().axis() == axis)
          .toArray(Factor[]::new);
    }
  }

  /**
   * For one target.
   *
   * @param skipsZeros whether adding a product of 0 changes nothing; so for a target whose values
   *     always fit the accumulator, which the tag's -257 does not
   */
  RowAccumulation(EpochState state, ProductSeries series, int posts, boolean skipsZeros) {
    this.state = state;
    this.skipsZeros = skipsZeros;
    terms =
        series.products().stream().map(product -> new Term(product, posts)).toArray(Term[]::new);
  }

  @Override
  public void prepare(ProductSeries series) {
    for (Term term : terms) {
      if (term.product.gate() == Gate.U && state.open) {
        multiplyPost(term, state.epoch);
      }
    }
  }

  @Override
  public boolean accumulate(int pre, int[] accumulators) {
    boolean touched = false;
    for (Term term : terms) {
      if (term.product.gate() == Gate.Y0) {
        for (int i = 0; i < accumulators.length; i++) {
          accumulators[i] = PlainAccumulation.add(state, term.product, pre, i, accumulators[i]);
        }
        touched = true;
        continue;
      }
      int at = state.readAt(term.product.gate(), pre, 0);
      long preProduct = at > 0 ? preProduct(term, at, pre) : 0;
      if (preProduct == 0 && skipsZeros) {
        continue;
      }
      if (at > 0 && term.product.gate() == Gate.X0) {
        multiplyPost(term, at);
      }
      addRow(term, preProduct, pre, accumulators);
      touched = true;
    }
    return touched;
  }

  private void addRow(Term term, long preProduct, int pre, int[] accumulators) {
    if (preProduct == 0) {
      for (int i = 0; i < accumulators.length; i++) {
        accumulators[i] =
            Accumulation.add(accumulators[i], 0, term.shift, term.product, state.counts);
      }
    } else if (term.synapse.length == 0) {
      for (int i = 0; i < accumulators.length; i++) {
        long exact = preProduct * term.postProducts[i];
        accumulators[i] =
            Accumulation.add(accumulators[i], exact, term.shift, term.product, state.counts);
      }
    } else if (term.synapse.length == 1 && isPlain(term.synapse[0])) {
      // A bare w, d or t always fits its operand width: no constant, no sign, no limit.
      int[] row = row(term.synapse[0].variable(), pre);
      for (int i = 0; i < accumulators.length; i++) {
        long exact = preProduct * term.postProducts[i] * row[i];
        accumulators[i] =
            Accumulation.add(accumulators[i], exact, term.shift, term.product, state.counts);
      }
    } else {
      for (int i = 0; i < accumulators.length; i++) {
        long exact = preProduct * term.postProducts[i];
        for (Factor factor : term.synapse) {
          exact *= factor.value(row(factor.variable(), pre)[i]);
        }
        accumulators[i] =
            Accumulation.add(accumulators[i], exact, term.shift, term.product, state.counts);
      }
    }
  }

  private static boolean isPlain(Factor factor) {
    return factor.constant().isEmpty() && !factor.sign();
  }

  private int[] row(Variable variable, int pre) {
    return switch (variable) {
      case W -> state.synapses.weights[pre];
      case D -> state.synapses.delays[pre];
      case T -> state.synapses.tags[pre];
      default -> throw new IllegalStateException("not a synaptic variable (" + variable + ")");
    };
  }

  private long preProduct(Term term, int at, int pre) {
    long result = term.product.mantissa();
    for (Factor factor : term.pre) {
      result *= factor.value(state.value(factor.variable(), at, pre, 0));
    }
    return result;
  }

  private void multiplyPost(Term term, int at) {
    Arrays.fill(term.postProducts, 1);
    for (Factor factor : term.post) {
      for (int i = 0; i < term.postProducts.length; i++) {
        term.postProducts[i] *= factor.value(state.value(factor.variable(), at, 0, i));
      }
    }
  }
}
