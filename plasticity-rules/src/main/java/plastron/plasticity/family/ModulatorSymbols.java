package plastron.plasticity.family;

import static plastron.plasticity.expr.Expr.ref;

import plastron.core.check.Require;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.RuleBuilder;

/**
 * Declares what a modulator of a rule needs, wherever it comes from.
 *
 * @param rule what it is declared in
 * @param y the rates of the rule's own postsynaptic neurons
 */
public record ModulatorSymbols(RuleBuilder rule, Symbol y) {

  public ModulatorSymbols {
    Require.given("Rule of a modulator", rule);
    Require.given("Rates of a modulator's own layer", y);
  }

  /**
   * Declares a modulator.
   *
   * @param name of the modulator, such as {@code M}
   * @param rates of the activity that another layer gives, such as {@code m}
   */
  public Expr from(String name, String rates, ModulatorSource source) {
    return switch (Require.given("Source of modulator " + name, source)) {
      case ModulatorSource.OwnLayer own -> ref(rule.signal(name, through(rates, source)));
      case ModulatorSource.Layer layer -> ref(rule.signal(name, through(rates, source)));
      case ModulatorSource.ExternalScalar scalar -> ref(rule.external(name, Axis.GLOBAL, name));
      case ModulatorSource.ExternalVector vector -> ref(rule.external(name, Axis.POST, name));
      case ModulatorSource.ConstantOne one -> Expr.constant(1);
      case ModulatorSource.Tanh(ModulatorSource of) -> tanh(name, rates, of);
    };
  }

  /** What comes from outside keeps its name, so that its function needs another. */
  private Expr tanh(String name, String rates, ModulatorSource source) {
    boolean inside =
        source instanceof ModulatorSource.OwnLayer || source instanceof ModulatorSource.Layer;
    Expr value = inside ? through(rates, source) : from(name, rates, source);
    String signal = value instanceof Expr.Ref ? "tanh_" + name : name;
    return ref(rule.signal(signal, Expr.apply(new Function.Tanh(), value)));
  }

  /** A population's rates through a matrix of their own. */
  private Expr through(String rates, ModulatorSource source) {
    boolean own = source instanceof ModulatorSource.OwnLayer;
    Symbol vector = own ? y : rule.activity(rates, Axis.MODULATOR);
    String matrix = "W_" + rates;
    Axis axis = own ? Axis.POST_POST : Axis.MODULATOR_POST;
    return Expr.dot(rule.parameter(matrix, axis, Bounds.NONE, matrix), vector);
  }
}
