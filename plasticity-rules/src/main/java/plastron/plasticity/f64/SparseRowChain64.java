package plastron.plasticity.f64;

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
final class SparseRowChain64 implements RowChain64 {

  private final SynapseRows synapses;
  private final @Nullable RowChain64[] ofDegree;
  private final SparseRow64 values;
  private final SparseRow64 states;
  private final SparseRow64 adjoints;
  private final double[][] weights = new double[1][];

  private SparseRowChain64(RowChain chain, SynapseRows synapses, @Nullable RowChain64[] ofDegree) {
    this.synapses = synapses;
    this.ofDegree = ofDegree;
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
  static Optional<RowChain64> of(RowChain chain, SynapseRows synapses, RowCompiler64 compiler) {
    RowChain64[] ofDegree = new RowChain64[synapses.maxDegree() + 1];
    for (int j = 0; j < synapses.pre(); j++) {
      int degree = synapses.degree(j);
      if (degree > 0 && ofDegree[degree] == null) {
        Optional<RowChain64> walk = compiler.chain(chain, degree);
        if (walk.isEmpty()) {
          return Optional.empty();
        }
        ofDegree[degree] = walk.get();
      }
    }
    return Optional.of(new SparseRowChain64(chain, synapses, ofDegree));
  }

  private RowChain64 ofRow(int pre) {
    return Objects.requireNonNull(ofDegree[synapses.degree(pre)]);
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
