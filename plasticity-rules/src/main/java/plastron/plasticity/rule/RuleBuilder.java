package plastron.plasticity.rule;

import java.util.ArrayList;
import java.util.List;
import plastron.core.check.Require;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** Collects the parts of a rule in the order in which they are declared. Single use. */
public final class RuleBuilder {

  private final String name;
  private String title = "";
  private String citation = "";
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<Definition> signals = new ArrayList<>();
  private final List<Definition> updates = new ArrayList<>();
  private final List<SpikeTrace> traces = new ArrayList<>();
  private final List<Definition> onPre = new ArrayList<>();
  private final List<Definition> onPost = new ArrayList<>();

  RuleBuilder(String name) {
    this.name = Require.name("Rule name", name);
    this.title = name;
  }

  /** A few words for people. */
  public RuleBuilder titled(String newTitle) {
    title = newTitle;
    return this;
  }

  /** The source with equation numbers. */
  public RuleBuilder citing(String newCitation) {
    citation = newCitation;
    return this;
  }

  /** A rate of either side: axis PRE or POST (or MODULATOR for another layer's). */
  public Symbol activity(String symbolName, Axis axis) {
    return add(Symbol.of(symbolName, axis, Role.ACTIVITY));
  }

  /** A learned parameter. */
  public Symbol parameter(String symbolName, Axis axis, Bounds bounds, String latex) {
    return add(new Symbol(symbolName, axis, Role.PARAMETER, bounds, latex));
  }

  /** A learned parameter without bounds that formulas print as its name. */
  public Symbol parameter(String symbolName, Axis axis) {
    return add(Symbol.of(symbolName, axis, Role.PARAMETER));
  }

  /** A state that starts every episode at zero. */
  public Symbol state(String symbolName, Axis axis, Bounds bounds, String latex) {
    return add(new Symbol(symbolName, axis, Role.STATE, bounds, latex));
  }

  /** A value given from outside at every update. */
  public Symbol external(String symbolName, Axis axis, String latex) {
    return add(new Symbol(symbolName, axis, Role.EXTERNAL, Bounds.NONE, latex));
  }

  /** A neuron-level quantity; its axis is that of its value. */
  public Symbol signal(String symbolName, Expr value) {
    Require.given("Definition of signal " + symbolName, value);
    Symbol symbol = add(Symbol.of(symbolName, value.axis(), Role.SIGNAL));
    signals.add(new Definition(symbol, value));
    return symbol;
  }

  /** The next value of a state. */
  public RuleBuilder update(Symbol state, Expr next) {
    updates.add(new Definition(state, next));
    return this;
  }

  /**
   * A trace of the spikes of one side, read on spikes alone.
   *
   * @param axis PRE or POST
   * @param timeConstant in steps, above 0
   */
  public Symbol trace(
      String symbolName, Axis axis, double timeConstant, SpikeTrace.Entry entry, String latex) {
    Symbol symbol = add(new Symbol(symbolName, axis, Role.TRACE, Bounds.NONE, latex));
    traces.add(new SpikeTrace(symbol, timeConstant, entry));
    return symbol;
  }

  /** The next value of a synaptic state after a presynaptic spike. */
  public RuleBuilder onPre(Symbol state, Expr next) {
    onPre.add(new Definition(state, next));
    return this;
  }

  /** The next value of a synaptic state after a postsynaptic spike. */
  public RuleBuilder onPost(Symbol state, Expr next) {
    onPost.add(new Definition(state, next));
    return this;
  }

  /** Ends the declaration with the effective weight. */
  public PlasticityRule weight(Expr weight) {
    return new PlasticityRule(
        name,
        title,
        citation,
        symbols,
        signals,
        updates,
        weight,
        new SpikeTiming(traces, onPre, onPost));
  }

  private Symbol add(Symbol symbol) {
    symbols.add(symbol);
    return symbol;
  }
}
