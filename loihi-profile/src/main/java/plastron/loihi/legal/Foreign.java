package plastron.loihi.legal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * What the updates of a rule read that synapses cannot make of their own traces, all else
 * multiplied out.
 *
 * @param rule the rule
 * @param symbols in the order of the terms that read them
 */
record Foreign(RuleDerivation rule, List<Symbol> symbols) {

  /** Exact products have 32 bits with their sign, and a mantissa of one at least. */
  static final int PRODUCT_BITS = 30;

  private static final int TRACE_BITS = 7;
  private static final int SYNAPSE_BITS = 8;

  static Foreign of(RuleDerivation rule, Predicate<Symbol> constant) {
    Set<Symbol> symbols = new LinkedHashSet<>();
    Expansion all = new Expansion(rule, s -> true);
    TermOrder order = new TermOrder(rule);
    for (NormalUpdate update : rule.updates()) {
      for (Term term : order.terms(all.of(update.next()))) {
        for (Symbol factor : order.factors(term.factors())) {
          boolean ofNeurons = factor.axis() == Axis.POST && factor.role() != Role.ACTIVITY;
          if (factor.role() == Role.EXTERNAL || (ofNeurons && !constant.test(factor))) {
            symbols.add(factor);
          }
        }
      }
    }
    return new Foreign(rule, List.copyOf(symbols));
  }

  boolean isEmpty() {
    return symbols.isEmpty();
  }

  /**
   * What the reward trace is to carry.
   *
   * @param alone whether nothing else can bring what neurons do not share: every neuron then has a
   *     core of its own, and what has no place is refused
   * @param uniform whether a parameter is the same for all neurons
   */
  Optional<Symbol> broadcast(boolean alone, Predicate<Symbol> uniform) {
    return symbols.stream()
        .filter(symbol -> canBeBroadcast(rule, symbol))
        .filter(symbol -> alone || (symbols.size() == 1 && isShared(symbol, uniform) && fits()))
        .findFirst();
  }

  /** Whether products with all factors at their largest fit the engine, alpha in the tag or not. */
  private boolean fits() {
    boolean tagged = isTagged(rule);
    Expansion all = new Expansion(rule, s -> true);
    return rule.updates().stream()
        .flatMap(update -> all.of(update.next()).terms().stream())
        .filter(term -> term.factors().stream().anyMatch(symbols::contains))
        .allMatch(term -> bits(term, tagged) <= PRODUCT_BITS);
  }

  static boolean isTagged(RuleDerivation rule) {
    return WeightForm.of(rule.weight()).gain().axis() != Axis.GLOBAL;
  }

  /** Bits of the largest product of a term's variables, without a sign. */
  static int bits(Term term, boolean tagged) {
    int bits = tagged ? SYNAPSE_BITS : 0;
    for (Symbol factor : term.factors()) {
      if (factor.role() != Role.PARAMETER) {
        bits += factor.axis() == Axis.SYNAPSE ? SYNAPSE_BITS : TRACE_BITS;
      }
    }
    return bits;
  }

  private boolean isShared(Symbol symbol, Predicate<Symbol> uniform) {
    return dot(rule, symbol)
        .map(dot -> uniform.test(dot.matrix()))
        .orElse(symbol.axis() == Axis.GLOBAL);
  }

  /** Whether reward spikes can bring it: a value from outside, or a sum of rates of neurons. */
  static boolean canBeBroadcast(RuleDerivation rule, Symbol symbol) {
    return symbol.role() == Role.EXTERNAL
        || dot(rule, symbol)
            .filter(dot -> dot.vector().role() == Role.ACTIVITY)
            .filter(dot -> dot.matrix().role() == Role.PARAMETER)
            .filter(dot -> dot.matrix().axis() != Axis.SYNAPSE)
            .isPresent();
  }

  /** The sum that a signal is. */
  static Optional<DotStep> dot(RuleDerivation rule, Symbol symbol) {
    return rule.signals().stream()
        .filter(DotStep.class::isInstance)
        .map(DotStep.class::cast)
        .filter(dot -> dot.symbol().equals(symbol))
        .findFirst();
  }
}
