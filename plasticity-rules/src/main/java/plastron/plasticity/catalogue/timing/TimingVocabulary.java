package plastron.plasticity.catalogue.timing;

import static plastron.plasticity.expr.Expr.neg;
import static plastron.plasticity.expr.Expr.product;
import static plastron.plasticity.expr.Expr.ref;
import static plastron.plasticity.expr.Expr.sum;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SpikeTrace;

/**
 * The symbols that the spike-timing rules of the catalogue share. Amplitudes are not negative: a
 * rule that weakens what the paper's strengthens has a negative {@code alpha}.
 */
final class TimingVocabulary {

  private static final Bounds POSITIVE = new Bounds(0, Double.POSITIVE_INFINITY);

  final RuleBuilder rule;
  final Symbol w;
  final Symbol alpha;
  final Symbol e;

  TimingVocabulary(RuleBuilder rule, RuleOptions options) {
    this.rule = rule;
    w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    alpha = rule.parameter("alpha", options.alphaAxis(), Bounds.NONE, "\\alpha");
    e = rule.state("E", Axis.SYNAPSE, Bounds.symmetric(options.clip()), "E");
  }

  /** An amplitude, learned with the rest. */
  Symbol amplitude(String name, String latex) {
    return rule.parameter(name, Axis.GLOBAL, POSITIVE, latex);
  }

  /** A trace to which all spikes of a side add. */
  Symbol trace(String name, Axis axis, double timeConstant) {
    String latex = name.charAt(0) + "_" + name.substring(1);
    return rule.trace(name, axis, timeConstant, SpikeTrace.Entry.ADDED, latex);
  }

  /** {@code on pre: state' = state - A_minus.y1 ; on post: state' = state + A_plus.x1}. */
  void pairs(Symbol state, double timeConstant) {
    Symbol plus = amplitude("A_plus", "A_+");
    Symbol minus = amplitude("A_minus", "A_-");
    Symbol x1 = trace("x1", Axis.PRE, timeConstant);
    Symbol y1 = trace("y1", Axis.POST, timeConstant);
    rule.onPre(state, sum(ref(state), neg(product(minus, y1))));
    rule.onPost(state, sum(ref(state), product(plus, x1)));
  }

  /** {@code W + alpha.E}, as in all rules. */
  Expr effectiveWeight() {
    return sum(ref(w), product(alpha, e));
  }
}
