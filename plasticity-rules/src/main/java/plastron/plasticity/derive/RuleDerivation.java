package plastron.plasticity.derive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Function;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.Definition;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule in the form that evaluators and chip compilers use: every matrix-vector product and the
 * operand of every function is a named quantity of its own, and everything else is a normal form.
 *
 * @param rule the rule
 * @param symbols the rule's symbols, then one for every matrix-vector product and every operand of
 *     a function
 * @param signals what to compute before the updates, in this order
 * @param updates next value of every state at a window's end: first, for states that only spikes
 *     change, the state itself, then what the rule declares
 * @param weight the effective weight
 * @param onPre next values after a presynaptic spike
 * @param onPost next values after a postsynaptic spike
 */
public record RuleDerivation(
    PlasticityRule rule,
    List<Symbol> symbols,
    List<SignalStep> signals,
    List<NormalUpdate> updates,
    Polynomial weight,
    List<NormalUpdate> onPre,
    List<NormalUpdate> onPost) {

  /** One neuron-level quantity to compute. */
  public sealed interface SignalStep {
    /** What is computed. */
    Symbol symbol();
  }

  /** A matrix-vector product. */
  public record DotStep(Symbol symbol, Symbol matrix, Symbol vector) implements SignalStep {}

  /** A polynomial in vectors. */
  public record PolynomialStep(Symbol symbol, Polynomial value) implements SignalStep {}

  /**
   * A function of a signal, number by number.
   *
   * @param symbol on the axis of the operand
   * @param operand computed or given before
   */
  public record FunctionStep(Symbol symbol, Function function, Symbol operand)
      implements SignalStep {}

  /**
   * A state and the normal form of its next value.
   *
   * @param rounding how the next value is rounded, after the state's bounds; empty if it is not
   */
  public record NormalUpdate(Symbol state, Polynomial next, Optional<StateRounding> rounding) {
    /** A state that is not rounded. */
    public NormalUpdate(Symbol state, Polynomial next) {
      this(state, next, Optional.empty());
    }
  }

  /** Derives a rule. */
  public static RuleDerivation of(PlasticityRule rule) {
    SignalSplit split = new SignalSplit(rule);
    return new RuleDerivation(
        rule,
        List.copyOf(split.symbols),
        List.copyOf(split.steps),
        Stream.concat(kept(rule), normal(rule.updates()).stream()).toList(),
        Polynomial.of(rule.weight()),
        normal(rule.timing().onPre()),
        normal(rule.timing().onPost()));
  }

  private static List<NormalUpdate> normal(List<Definition> updates) {
    return updates.stream()
        .map(u -> new NormalUpdate(u.symbol(), Polynomial.of(u.value())))
        .toList();
  }

  /** States that only spikes change. */
  private static Stream<NormalUpdate> kept(PlasticityRule rule) {
    List<Symbol> updated = rule.updates().stream().map(Definition::symbol).toList();
    return rule.symbols(Role.STATE).stream()
        .filter(state -> !updated.contains(state))
        .map(state -> new NormalUpdate(state, Polynomial.of(Expr.ref(state))));
  }

  /**
   * The same rule with the next values of some states rounded, at a window's end and after spikes.
   * What they are rounded by stands behind all other symbols, so that these keep their places.
   *
   * @param states of updates of this rule, each with the bounds of its whole numbers
   */
  public RuleDerivation rounding(Map<Symbol, Bounds> states) {
    List<Symbol> more = new ArrayList<>(symbols);
    Map<Symbol, StateRounding> by = new HashMap<>();
    for (NormalUpdate update : updates) {
      Bounds wholes = states.get(update.state());
      if (wholes != null) {
        by.put(
            update.state(),
            new StateRounding(
                added(more, "inverse_", update.state()),
                added(more, "offset_", update.state()),
                added(more, "step_", update.state()),
                wholes));
      }
    }
    return new RuleDerivation(
        rule,
        List.copyOf(more),
        signals,
        rounded(updates, by),
        weight,
        rounded(onPre, by),
        rounded(onPost, by));
  }

  private static List<NormalUpdate> rounded(
      List<NormalUpdate> updates, Map<Symbol, StateRounding> by) {
    return updates.stream()
        .map(u -> new NormalUpdate(u.state(), u.next(), Optional.ofNullable(by.get(u.state()))))
        .toList();
  }

  private static Symbol added(List<Symbol> symbols, String what, Symbol state) {
    String name = what + state.name();
    while (isTaken(symbols, name)) {
      name += "_";
    }
    Symbol symbol = Symbol.of(name, state.axis(), Role.PARAMETER);
    symbols.add(symbol);
    return symbol;
  }

  private static boolean isTaken(List<Symbol> symbols, String name) {
    return symbols.stream().anyMatch(s -> s.name().equals(name));
  }

  /** These symbols and all signals that depend on them, directly or through other signals. */
  public Set<Symbol> dependents(Set<Symbol> some) {
    Set<Symbol> all = new HashSet<>(some);
    for (SignalStep step : signals) {
      boolean depends =
          switch (step) {
            case DotStep d -> all.contains(d.matrix()) || all.contains(d.vector());
            case PolynomialStep p -> all.stream().anyMatch(p.value()::uses);
            case FunctionStep f -> all.contains(f.operand());
          };
      if (depends) {
        all.add(step.symbol());
      }
    }
    return Set.copyOf(all);
  }

  /**
   * How long the sides are that are counted by modulating neurons, by name of symbol: those of
   * activities, and of the matrices that they are multiplied by.
   *
   * @param sizes neurons by name of activity
   */
  public Map<String, Integer> modulators(Map<String, Integer> sizes) {
    Map<String, Integer> all = new HashMap<>(sizes);
    for (SignalStep step : signals) {
      if (step instanceof DotStep dot && dot.vector().axis() == Axis.MODULATOR) {
        Integer size = sizes.get(dot.vector().name());
        if (size != null) {
          all.put(dot.matrix().name(), size);
        }
      }
    }
    return all;
  }

  /** Where a symbol stands in {@link #symbols()}. */
  public int index(Symbol symbol) {
    int index = symbols.indexOf(symbol);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Symbol (%s) is not part of rule %s.".formatted(symbol, rule.name()));
    }
    return index;
  }
}
