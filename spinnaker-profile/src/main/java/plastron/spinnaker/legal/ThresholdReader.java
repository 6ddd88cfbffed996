package plastron.spinnaker.legal;

import static plastron.spinnaker.legal.Coefficients.ONE;
import static plastron.spinnaker.legal.Coefficients.ZERO;
import static plastron.spinnaker.legal.Coefficients.minus;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Symbol;

/**
 * Reads thresholds with their updates: {@code phi' = phi - r.phi + r.x} or {@code theta' = theta -
 * r.theta + r.y.y}.
 */
record ThresholdReader(RuleDerivation rule, ExpandedRule expanded) {

  Optional<CoreRule.Threshold> pre(FactorReader factors) throws UnplacedTermException {
    if (!factors.preSlides()) {
      return Optional.empty();
    }
    return Optional.of(read(factors.phi(), factors.psi(), List.of(factors.preRate()), "pre rate"));
  }

  Optional<CoreRule.Threshold> post(FactorReader factors) throws UnplacedTermException {
    if (!factors.postSlides()) {
      return Optional.empty();
    }
    List<Symbol> square = List.of(factors.postRate(), factors.postRate());
    return Optional.of(read(factors.theta(), ZERO, square, "square of the post rate"));
  }

  private CoreRule.Threshold read(
      @Nullable Symbol state, Polynomial fixed, List<Symbol> goal, String followed)
      throws UnplacedTermException {
    if (state == null) {
      return new CoreRule.Threshold(Optional.empty(), fixed, ZERO);
    }
    NormalUpdate update =
        rule.updates().stream().filter(u -> u.state().equals(state)).findFirst().orElseThrow();
    Map<List<Symbol>, Polynomial> parts =
        Coefficients.by(Coefficients::isVariable, expanded.expand(update.next()));
    Polynomial rate = parts.getOrDefault(goal, ZERO);
    Polynomial keep = parts.getOrDefault(List.of(state), ZERO);
    boolean onlyThese =
        parts.keySet().stream().allMatch(k -> k.equals(goal) || k.equals(List.of(state)));
    if (!onlyThese || !minus(ONE, keep).equals(rate)) {
      throw new UnplacedTermException(
          "S-TERM",
          "the update of %s (%s) has no place: a threshold follows the %s with one rate."
              .formatted(state, update.next(), followed),
          "Maybe use the threshold of dp-bcm.");
    }
    if (state.bounds().areFinite()) {
      throw new UnplacedTermException(
          "S-BOUNDS",
          "threshold %s is clipped to %s to %s; a core clips the trace of a synapse only."
              .formatted(state, state.bounds().low(), state.bounds().high()),
          "Maybe leave its bounds out: it follows its rate and cannot leave the rate's range.");
    }
    return new CoreRule.Threshold(Optional.of(state), fixed, rate);
  }
}
