package plastron.spinnaker.legal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.FunctionStep;
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
    Map<List<Symbol>, Polynomial> parts =
        Coefficients.by(s -> s.role() == Role.STATE, rule.weight());
    Polynomial fixed = parts.getOrDefault(List.of(), Coefficients.ZERO);
    parts.remove(List.of());
    for (var part : parts.entrySet()) {
      boolean single = part.getKey().size() == 1 && parts.size() == 1;
      if (!single || part.getKey().getFirst().axis() != Axis.SYNAPSE) {
        throw unplaced(
            part.getKey(),
            part.getValue(),
            "the effective weight",
            "a row delivers fixed terms and one trace of its synapses times parameters");
      }
    }
    if (parts.isEmpty()) {
      return fixed(rule, fixed);
    }
    var plastic = parts.entrySet().iterator().next();
    Symbol trace = plastic.getKey().getFirst();
    checkTiming(rule);
    checkStates(rule, trace);
    checkFunctions(rule);
    NormalUpdate update =
        rule.updates().stream().filter(u -> u.state().equals(trace)).findFirst().orElseThrow();
    return new CoreRule(
        fixed, Optional.of(new TraceReader(rule, trace, plastic.getValue()).read(update)));
  }

  private static CoreRule fixed(RuleDerivation rule, Polynomial weight)
      throws UnplacedTermException {
    if (rule.rule().isPlastic()) {
      throw new UnplacedTermException(
          "S-WEIGHT",
          "the effective weight (%s) does not read the states that the rule updates."
              .formatted(rule.weight()),
          "Maybe use the rule static.");
    }
    return new CoreRule(weight, Optional.empty());
  }

  private static void checkTiming(RuleDerivation rule) throws UnplacedTermException {
    if (rule.rule().isTimed()) {
      throw new UnplacedTermException(
          "S-TIMING",
          "the rule changes states in the steps of single spikes; a core's kernels sweep over its"
              + " rows at the ends of windows alone.",
          "Maybe use a rule that reads rates, such as dp-linear.");
    }
  }

  private static void checkStates(RuleDerivation rule, Symbol trace) throws UnplacedTermException {
    List<Symbol> others =
        rule.updates().stream()
            .map(NormalUpdate::state)
            .filter(s -> s.axis() == Axis.SYNAPSE && !s.equals(trace))
            .toList();
    if (!others.isEmpty()) {
      throw new UnplacedTermException(
          "S-STATE",
          "state %s is a second number that changes at every synapse; a plastic row holds one, %s (16 bits a synapse are written back)."
              .formatted(others.getFirst(), trace),
          "Maybe use a rule with one trace a synapse, such as ndp-linear.");
    }
  }

  private static void checkFunctions(RuleDerivation rule) throws UnplacedTermException {
    ExpandedRule expanded = new ExpandedRule(rule);
    for (FunctionStep step : expanded.functions()) {
      String needs =
          rule.updates().stream()
              .flatMap(update -> expanded.expand(update.next()).terms().stream())
              .filter(term -> term.degree(step.symbol()) > 0)
              .findFirst()
              .map("term %s needs"::formatted)
              .orElse("the rule has");
      throw new UnplacedTermException(
          "S-FUNCTION",
          "%s %s = %s; a core's kernels add and multiply."
              .formatted(needs, step.symbol(), step.function().printed(step.operand().name())),
          "Maybe end %s without the function %s.".formatted(step.symbol(), step.function().name()));
    }
  }

  /** The first term of {@code factors . rest} has no place. */
  static UnplacedTermException unplaced(
      List<Symbol> factors, Polynomial rest, String where, String why) {
    Term term = rest.times(Coefficients.product(factors)).terms().getFirst();
    return new UnplacedTermException(
        "S-TERM",
        "term %s of %s has no place: %s.".formatted(term, where, why),
        "Maybe use a rule of the form E' = E - eta.E + eta.(post).(pre), such as dp-linear.");
  }
}
