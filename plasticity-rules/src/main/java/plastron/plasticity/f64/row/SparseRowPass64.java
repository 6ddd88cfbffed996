package plastron.plasticity.f64.row;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plastron.core.network.SynapseRows;
import plastron.plasticity.derive.RowPlan;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Symbol;

/**
 * A pass over sparse synapses: the pass of full rows of the same length, one pre neuron after the
 * other. Adjoints with one entry per layer receive a sum from every row. Owned by one thread.
 */
public final class SparseRowPass64 implements RowPass64 {

  private final SynapseRows synapses;
  private final @Nullable RowPass64[] passes;
  private final SparseRow64 values;
  private final SparseRow64 outputs;
  private final SparseRow64 adjoints;

  public SparseRowPass64(RowPlan plan, SynapseRows synapses, RowCompiler64 compiler) {
    this.synapses = synapses;
    int[] longest = SparseRow64.longest(synapses);
    passes = new RowPass64[longest.length];
    for (int p = 0; p < passes.length; p++) {
      passes[p] = longest[p] == 0 ? null : compiler.pass(plan, longest[p]);
    }
    RuleDerivation rule = plan.rule();
    values = SparseRow64.ofSymbols(rule, synapses, used(plan));
    adjoints = SparseRow64.ofSymbols(rule, synapses, given(plan));
    int[] indices = plan.outputs().stream().mapToInt(RowPlan.Output::index).toArray();
    int count = plan.outputs().stream().mapToInt(o -> o.index() + 1).max().orElse(0);
    outputs = SparseRow64.ofOutputs(synapses, count, indices);
  }

  /** Symbols whose values a plan reads. */
  static Set<Symbol> used(RowPlan plan) {
    return plan.rule().symbols().stream()
        .filter(s -> plan.outputs().stream().anyMatch(o -> o.reads(s)))
        .collect(Collectors.toSet());
  }

  /** Symbols that the reverse of a plan gives adjoints to. */
  static Set<Symbol> given(RowPlan plan) {
    return used(plan).stream().filter(plan.wanted()::contains).collect(Collectors.toSet());
  }

  private RowPass64 ofRow(int pre) {
    return Objects.requireNonNull(passes[SparseRow64.pass(synapses.degree(pre))]);
  }

  @Override
  public void forward(double[][][] value, double[][][] out) {
    for (int j = 0; j < synapses.pre(); j++) {
      if (synapses.degree(j) > 0) {
        values.take(value, j);
        outputs.take(out, j);
        ofRow(j).forward(values.row, outputs.row);
      }
    }
  }

  @Override
  public void reverse(double[][][] value, double[][][] outAdjoint, double[][][] adjoint) {
    for (int j = 0; j < synapses.pre(); j++) {
      if (synapses.degree(j) > 0) {
        values.take(value, j);
        outputs.take(outAdjoint, j);
        adjoints.take(adjoint, j);
        ofRow(j).reverse(values.row, outputs.row, adjoints.row);
        adjoints.put(adjoint, j);
      }
    }
  }
}
