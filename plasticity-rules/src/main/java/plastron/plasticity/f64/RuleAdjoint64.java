package plastron.plasticity.f64;

import java.util.Set;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Symbol;

/**
 * The reverse of a trace update and of the effective weight, derived from the rule's normal form. A
 * clipped entry passes its adjoint where the value before clipping lay within the bounds. Owned by
 * one thread.
 */
public final class RuleAdjoint64 {

  private final RulePasses64 passes;

  /** Compiles the reverse of a rule for a layer of this shape, with the adjoints of all symbols. */
  public RuleAdjoint64(RuleDerivation rule, RuleShape64 shape) {
    this(rule, shape, Set.copyOf(rule.symbols()));
  }

  /**
   * Compiles the reverse of a rule for a layer of this shape.
   *
   * @param wanted symbols whose adjoints are computed, besides those of the signals on the way to
   *     them; arrays of other symbols are neither read nor modified
   */
  public RuleAdjoint64(RuleDerivation rule, RuleShape64 shape, Set<Symbol> wanted) {
    passes = RulePasses64.of(rule, shape, rule.dependents(wanted));
  }

  /**
   * Reverses one update.
   *
   * @param frame the update's values with the old states and the signals, not modified
   * @param nextAdjoint by update, adjoint of the state's next value, not modified
   * @param adjoint by symbol, added to; adjoints of signals must be 0 on entry and are left
   *     modified
   */
  public void update(RuleFrame64 frame, double[][][] nextAdjoint, double[][][] adjoint) {
    for (RowPass64 update : passes.updates()) {
      update.reverse(frame.value, nextAdjoint, adjoint);
    }
    for (RowPass64 signal : passes.signals().reversed()) {
      signal.reverse(frame.value, adjoint, adjoint);
    }
  }

  /**
   * Reverses the effective weight.
   *
   * @param frame the values with the states that formed the weight, not modified
   * @param weightAdjoint synapse-shaped, not modified
   * @param adjoint by symbol, added to
   */
  public void weight(RuleFrame64 frame, double[][] weightAdjoint, double[][][] adjoint) {
    passes.weight().reverse(frame.value, new double[][][] {weightAdjoint}, adjoint);
  }
}
