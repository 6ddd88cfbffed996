package plastron.plasticity.f64.row;

import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plastron.core.network.SynapseRows;
import plastron.plasticity.derive.RowChain;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Symbol;

/** The walk of a chain over sparse synapses; see {@link SparseRowPass64}. Owned by one thread. */
public final class SparseRowChain64 implements RowChain64 {

  private final SynapseRows synapses;
  private final @Nullable RowChain64[] walks;
  private final SparseRow64 values;
  private final SparseRow64 states;
  private final SparseRow64 adjoints;
  private final double[][] weights = new double[1][];

  private SparseRowChain64(RowChain chain, SynapseRows synapses, @Nullable RowChain64[] walks) {
    this.synapses = synapses;
    this.walks = walks;
    RuleDerivation rule = chain.update().rule();
    Set<Symbol> used = new HashSet<>(SparseRowPass64.used(chain.update()));
    used.addAll(SparseRowPass64.used(chain.weight()));
    Set<Symbol> given = new HashSet<>(chain.states());
    given.addAll(SparseRowPass64.given(chain.update()));
    given.addAll(SparseRowPass64.given(chain.weight()));
    values = SparseRow64.ofSymbols(rule, synapses, used);
    adjoints = SparseRow64.ofSymbols(rule, synapses, given);
    states =
        SparseRow64.ofOutputs(
            synapses,
            rule.updates().size(),
            chain.update().outputs().stream().mapToInt(RowPlan.Output::index).toArray());
  }

  /** The walk, if rows of every length have one. */
  public static Optional<RowChain64> of(
      RowChain chain, SynapseRows synapses, RowCompiler64 compiler) {
    int[] longest = SparseRow64.longest(synapses);
    RowChain64[] walks = new RowChain64[longest.length];
    for (int p = 0; p < walks.length; p++) {
      if (longest[p] > 0) {
        Optional<RowChain64> walk = compiler.chain(chain, longest[p]);
        if (walk.isEmpty()) {
          return Optional.empty();
        }
        walks[p] = walk.get();
      }
    }
    return Optional.of(new SparseRowChain64(chain, synapses, walks));
  }

  private RowChain64 ofRow(int pre) {
    return Objects.requireNonNull(walks[SparseRow64.pass(synapses.degree(pre))]);
  }

  @Override
  public void forward(double[][][] value, double[][][] next, double[][] weight) {
    for (int j = 0; j < synapses.pre(); j++) {
      if (synapses.degree(j) > 0) {
        values.take(value, j);
        states.take(next, j);
        weights[0] = weight[j];
        ofRow(j).forward(values.row, states.row, weights);
      }
    }
  }

  @Override
  public void reverse(
      double[][][] value, double[][][] next, double[][] weightAdjoint, double[][][] adjoint) {
    for (int j = 0; j < synapses.pre(); j++) {
      if (synapses.degree(j) > 0) {
        values.take(value, j);
        states.take(next, j);
        adjoints.take(adjoint, j);
        weights[0] = weightAdjoint[j];
        ofRow(j).reverse(values.row, states.row, weights, adjoints.row);
        adjoints.put(adjoint, j);
      }
    }
  }
}
