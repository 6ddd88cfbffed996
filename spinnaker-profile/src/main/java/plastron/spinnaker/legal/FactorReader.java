package plastron.spinnaker.legal;

import static plastron.spinnaker.legal.Coefficients.ONE;
import static plastron.spinnaker.legal.Coefficients.minus;
import static plastron.spinnaker.legal.Coefficients.negative;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.RuleDerivation.DotStep;
import plastron.plasticity.derive.RuleDerivation.NormalUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.spinnaker.plasticity.PostFactor;
import plastron.spinnaker.plasticity.PreFactor;

/** Reads the part of an update that does not hold E: {@code gain . post . pre}. Single use. */
final class FactorReader {

  private static final String FORMS =
      "a post factor is y, M.y or y.(y - theta), a pre factor x or x.(x - phi - psi), and there is"
          + " one product of them";

  private final RuleDerivation rule;
  private final ExpandedRule expanded;
  private final String where;
  private @Nullable Symbol x;
  private @Nullable Symbol y;
  private @Nullable Symbol sum;
  private @Nullable Symbol slides;
  private @Nullable Symbol fixed;
  private @Nullable Polynomial gain;
  private boolean postSlides;
  private boolean preSlides;

  FactorReader(RuleDerivation rule, ExpandedRule expanded, String where) {
    this.rule = rule;
    this.expanded = expanded;
    this.where = where;
  }

  void read(Map<List<Symbol>, Polynomial> product) throws UnplacedTermException {
    for (var part : product.entrySet()) {
      List<Symbol> pre = part.getKey().stream().filter(s -> s.axis() == Axis.PRE).toList();
      List<Symbol> post = part.getKey().stream().filter(s -> s.axis() == Axis.POST).toList();
      if (pre.size() + post.size() != part.getKey().size()) {
        throw RuleReader.unplaced(part, where, FORMS);
      }
      int minus = readPre(part, pre) + readPost(part, post);
      Polynomial coefficient = minus % 2 == 0 ? part.getValue() : negative(part.getValue());
      if (gain != null && !gain.equals(coefficient)) {
        throw RuleReader.unplaced(
            part, where, "its coefficient is not that of the other terms, (%s)".formatted(gain));
      }
      gain = coefficient;
    }
    int preTerms =
        preSlides
            ? 1 + (slides != null && slides.axis() == Axis.PRE ? 1 : 0) + (fixed == null ? 0 : 1)
            : 1;
    int postTerms = postSlides ? 2 : 1;
    if (gain == null || product.size() != preTerms * postTerms || (preSlides && postSlides)) {
      throw new UnplacedTermException(
          "TERM",
          "%s has no product that a core can form: %s.".formatted(where, FORMS),
          "Maybe use a rule of the form E' = E - eta.E + eta.(post).(pre), such as dp-linear.");
    }
  }

  /** How many minus signs the pre factors stand for. */
  private int readPre(Map.Entry<List<Symbol>, Polynomial> part, List<Symbol> pre)
      throws UnplacedTermException {
    List<Symbol> rates = pre.stream().filter(s -> s.role() == Role.ACTIVITY).toList();
    List<Symbol> others = pre.stream().filter(s -> s.role() != Role.ACTIVITY).toList();
    boolean first = x == null;
    boolean known = !rates.isEmpty() && (first || rates.getFirst().equals(x));
    boolean plain = rates.size() == 1 && others.isEmpty();
    boolean square = rates.size() == 2 && others.isEmpty() && rates.get(0).equals(rates.get(1));
    boolean threshold = rates.size() == 1 && others.size() == 1;
    boolean mixed = !first && plain == preSlides;
    if (!known || mixed || !(plain || square || threshold)) {
      throw RuleReader.unplaced(part, where, FORMS);
    }
    x = rates.getFirst();
    preSlides = !plain;
    if (!threshold) {
      return 0;
    }
    Symbol other = others.getFirst();
    if (other.role() == Role.STATE && (slides == null || slides.equals(other))) {
      slides = other;
    } else if (other.role() == Role.PARAMETER && (fixed == null || fixed.equals(other))) {
      fixed = other;
    } else {
      throw RuleReader.unplaced(part, where, FORMS);
    }
    return 1;
  }

  private int readPost(Map.Entry<List<Symbol>, Polynomial> part, List<Symbol> post)
      throws UnplacedTermException {
    List<Symbol> rates = post.stream().filter(s -> s.role() == Role.ACTIVITY).toList();
    List<Symbol> others = post.stream().filter(s -> s.role() != Role.ACTIVITY).toList();
    boolean first = y == null;
    boolean square = rates.size() == 2 && others.isEmpty() && rates.get(0).equals(rates.get(1));
    boolean single = rates.size() == 1 && others.size() <= 1;
    Symbol other = others.isEmpty() ? null : others.getFirst();
    boolean threshold = single && other != null && other.role() == Role.STATE;
    boolean modulated = single && other != null && isModulator(other);
    boolean sameRate = !rates.isEmpty() && (first || rates.getFirst().equals(y));
    boolean sameForm =
        first
            || (postSlides == (square || threshold) && (postSlides || Objects.equals(sum, other)));
    if (!sameRate
        || !sameForm
        || !(square || (single && (other == null || threshold || modulated)))) {
      throw RuleReader.unplaced(part, where, FORMS);
    }
    y = rates.getFirst();
    postSlides = square || threshold;
    if (modulated) {
      sum = other;
    }
    if (threshold) {
      slides = other;
      return 1;
    }
    return 0;
  }

  private boolean isModulator(Symbol symbol) {
    DotStep dot = expanded.dot(symbol);
    return dot != null
        && dot.matrix().role() == Role.PARAMETER
        && dot.vector().role() == Role.ACTIVITY;
  }

  PostFactor post() {
    if (postSlides) {
      return PostFactor.SLIDING_THRESHOLD;
    }
    return sum == null ? PostFactor.RATE : PostFactor.MODULATED_RATE;
  }

  PreFactor pre() {
    return preSlides ? PreFactor.SLIDING_THRESHOLD : PreFactor.RATE;
  }

  Symbol preRate() {
    return Objects.requireNonNull(x);
  }

  Symbol postRate() {
    return Objects.requireNonNull(y);
  }

  Polynomial gain() {
    return Objects.requireNonNull(gain);
  }

  Optional<CoreRule.Modulator> modulator() {
    DotStep dot = sum == null ? null : expanded.dot(sum);
    return dot == null
        ? Optional.empty()
        : Optional.of(new CoreRule.Modulator(dot.symbol(), dot.matrix(), dot.vector()));
  }

  /**
   * The threshold with its update, {@code phi' = phi - r.phi + r.x} or {@code theta' = theta -
   * r.theta + r.y.y}.
   */
  Optional<CoreRule.Threshold> threshold() throws UnplacedTermException {
    if (!preSlides && !postSlides) {
      return Optional.empty();
    }
    Symbol sliding = slides;
    if (sliding == null) {
      return Optional.of(
          new CoreRule.Threshold(
              Optional.empty(), Optional.ofNullable(fixed), Polynomial.of(List.of())));
    }
    NormalUpdate update =
        rule.updates().stream().filter(u -> u.state().equals(sliding)).findFirst().orElseThrow();
    Map<List<Symbol>, Polynomial> parts =
        new HashMap<>(Coefficients.byFactors(expanded.expand(update.next()).terms()));
    List<Symbol> goal = preSlides ? List.of(preRate()) : List.of(postRate(), postRate());
    Polynomial rate = parts.getOrDefault(goal, Polynomial.of(List.of()));
    Polynomial keep = parts.getOrDefault(List.of(sliding), Polynomial.of(List.of()));
    if (parts.size() != 2 || !minus(ONE, keep).equals(rate)) {
      throw new UnplacedTermException(
          "TERM",
          "the update of %s (%s) has no place: a threshold follows %s with one rate."
              .formatted(
                  sliding,
                  update.next(),
                  preSlides ? "the pre rate" : "the square of the post rate"),
          "Maybe use the threshold of dp-bcm.");
    }
    return Optional.of(
        new CoreRule.Threshold(Optional.of(sliding), Optional.ofNullable(fixed), rate));
  }
}
