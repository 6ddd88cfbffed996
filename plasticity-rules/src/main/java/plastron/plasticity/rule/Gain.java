package plastron.plasticity.rule;

import java.util.List;
import java.util.stream.Stream;
import plastron.core.check.Require;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * A rule whose synapses a further population makes stronger or weaker, one number per postsynaptic
 * neuron: the effective weight is {@code (1 + g) w}. The gain {@code g} is 0 in the first window
 * and becomes {@code A a} at the end of every window, {@code a} being that population's rates.
 * Everything else of the rule stays as it is.
 */
public final class Gain {

  /** Name of the learned matrix from the further population, on axis MODULATOR_POST. */
  public static final String MATRIX = "A";

  /** Name of the activity of the further population. */
  public static final String RATES = "a";

  /** Name of the gain, a state on axis POST. */
  public static final String STATE = "g";

  /** Name of the gain of the next window, a signal. */
  private static final String NEXT = "gain";

  private Gain() {}

  /**
   * The rule with a gain; its name is that of the rule and {@code -gain}. Its symbols, signals and
   * updates come behind those of the rule.
   *
   * @throws IllegalArgumentException if the rule has a symbol of one of the names above, or {@code
   *     gain}
   */
  public static PlasticityRule of(PlasticityRule rule) {
    Require.given("Rule", rule);
    Symbol rates = Symbol.of(RATES, Axis.MODULATOR, Role.ACTIVITY);
    Symbol matrix = Symbol.of(MATRIX, Axis.MODULATOR_POST, Role.PARAMETER);
    Symbol gain = new Symbol(STATE, Axis.POST, Role.STATE, Bounds.NONE, "g");
    Symbol next = Symbol.of(NEXT, Axis.POST, Role.SIGNAL);
    return new PlasticityRule(
        rule.name() + "-gain",
        rule.title() + ", with a gain",
        rule.citation(),
        with(rule.symbols(), List.of(rates, matrix, gain, next)),
        with(rule.signals(), List.of(new Definition(next, Expr.dot(matrix, rates)))),
        with(rule.updates(), List.of(new Definition(gain, Expr.ref(next)))),
        Expr.product(Expr.sum(Expr.constant(1), Expr.ref(gain)), rule.weight()),
        rule.timing());
  }

  private static <T> List<T> with(List<T> some, List<T> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }
}
