package plastron.plasticity.rule;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;

/**
 * The rule of synapses that come from one neuron and whose effective weight is a linear function of
 * a population's rates, one number per postsynaptic neuron: {@code h' = B r}, 0 in the first
 * window. It reads neither {@code x} nor {@code y}.
 */
public final class LinearDrive {

  /** Name of the activity of the driving population. */
  public static final String RATES = "r";

  /** Name of the driven number, a state on axis SYNAPSE. */
  public static final String STATE = "h";

  /** Name of the driven number of the next window, a signal. */
  private static final String NEXT = "drive";

  private LinearDrive() {}

  /**
   * The rule.
   *
   * @param matrix name of the learned matrix on axis MODULATOR_POST, such as {@code B} for a bias
   *     or {@code C} for a threshold
   * @throws IllegalArgumentException if it is one of the names above, or {@code drive}
   */
  public static PlasticityRule of(String matrix) {
    RuleBuilder rule =
        PlasticityRule.named("linear-drive").titled("A linear function of a population's rates");
    Symbol rates = rule.activity(RATES, Axis.MODULATOR);
    Symbol weights = rule.parameter(matrix, Axis.MODULATOR_POST);
    Symbol state = rule.state(STATE, Axis.SYNAPSE, Bounds.NONE, "h");
    Symbol next = rule.signal(NEXT, Expr.dot(weights, rates));
    return rule.update(state, Expr.ref(next)).weight(Expr.ref(state));
  }
}
