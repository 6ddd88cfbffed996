package plastron.spinnaker.legal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/** Recognises the rules that a core's kernels can run. */
public final class RuleReader {

  private RuleReader() {}

  /**
   * Reads a rule.
   *
   * @throws UnplacedTermException if a term has no place
   */
  public static CoreRule read(RuleDerivation rule) throws UnplacedTermException {
    Symbol weight = null;
    Symbol alpha = null;
    Symbol state = null;
    for (Term term : rule.weight().terms()) {
      List<Symbol> parameters =
          term.factors().stream().filter(f -> f.role() == Role.PARAMETER).toList();
      List<Symbol> states = term.factors().stream().filter(f -> f.role() == Role.STATE).toList();
      boolean plain = term.coefficient() == 1 && parameters.size() == 1;
      if (plain
          && weight == null
          && states.isEmpty()
          && parameters.getFirst().axis() == Axis.SYNAPSE) {
        weight = parameters.getFirst();
      } else if (plain
          && alpha == null
          && states.size() == 1
          && states.getFirst().axis() == Axis.SYNAPSE
          && parameters.getFirst().axis() != Axis.PRE) {
        alpha = parameters.getFirst();
        state = states.getFirst();
      } else {
        throw unplaced(term, "the effective weight", "a row delivers W + alpha.E and nothing else");
      }
    }
    if (weight == null) {
      throw new UnplacedTermException(
          "WEIGHT",
          "the effective weight (%s) has no fixed part, a row delivers W + alpha.E."
              .formatted(rule.weight()),
          "Maybe give the rule a parameter W with one value a synapse.");
    }
    if (alpha == null || state == null) {
      return fixed(rule, weight);
    }
    Symbol trace = state;
    checkStates(rule, trace);
    NormalUpdate update =
        rule.updates().stream().filter(u -> u.state().equals(trace)).findFirst().orElseThrow();
    return new CoreRule(weight, Optional.of(new TraceReader(rule, trace, alpha).read(update)));
  }

  private static CoreRule fixed(RuleDerivation rule, Symbol weight) throws UnplacedTermException {
    if (rule.rule().isPlastic()) {
      throw new UnplacedTermException(
          "WEIGHT",
          "the effective weight (%s) does not read the states that the rule updates."
              .formatted(rule.weight()),
          "Maybe use the rule static.");
    }
    return new CoreRule(weight, Optional.empty());
  }

  private static void checkStates(RuleDerivation rule, Symbol trace) throws UnplacedTermException {
    List<Symbol> atSynapses =
        rule.updates().stream()
            .map(NormalUpdate::state)
            .filter(s -> s.axis() == Axis.SYNAPSE)
            .toList();
    if (atSynapses.size() > 1) {
      Symbol other = atSynapses.stream().filter(s -> !s.equals(trace)).findFirst().orElseThrow();
      throw new UnplacedTermException(
          "STATE",
          "state %s is a second number that changes at every synapse; a plastic row holds one, %s (16 bits a synapse are written back)."
              .formatted(other, trace),
          "Maybe use a rule with one trace a synapse, such as ndp-linear.");
    }
  }

  static UnplacedTermException unplaced(Term term, String where, String why) {
    return new UnplacedTermException(
        "TERM",
        "term %s of %s has no place: %s.".formatted(term, where, why),
        "Maybe use a rule of the form E' = E - eta.E + eta.(post).(pre), such as dp-linear.");
  }

  static UnplacedTermException unplaced(
      Map.Entry<List<Symbol>, Polynomial> part, String where, String why) {
    Polynomial product = part.getValue().times(new Polynomial(List.of(new Term(1, part.getKey()))));
    return unplaced(product.terms().getFirst(), where, why);
  }
}
