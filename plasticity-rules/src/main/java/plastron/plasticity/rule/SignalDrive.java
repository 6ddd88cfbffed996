package plastron.plasticity.rule;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;

/**
 * The rule of synapses that come from one neuron and whose effective weight is a signal, from
 * outside or from a module, one number per postsynaptic neuron: {@code h' = s}, 0 in the first
 * window. It has no parameters and reads neither {@code x} nor {@code y}.
 */
public final class SignalDrive {

  /** Name of the driving signal, external on axis POST. */
  public static final String SIGNAL = "s";

  private SignalDrive() {}

  /** The rule. */
  public static PlasticityRule rule() {
    RuleBuilder rule = PlasticityRule.named("signal-drive").titled("A signal itself");
    Symbol signal = rule.external(SIGNAL, Axis.POST, "s");
    Symbol state = rule.state(LinearDrive.STATE, Axis.SYNAPSE, Bounds.NONE, "h");
    return rule.update(state, Expr.ref(signal)).weight(Expr.ref(state));
  }
}
