package plastron.loihi.scale;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import plastron.loihi.legal.LegalTerm;
import plastron.loihi.rule.Product;
import plastron.loihi.rule.ProductSeries;
import plastron.loihi.rule.Variable;
import plastron.loihi.scale.coefficient.CoefficientFit;
import plastron.loihi.scale.coefficient.Operands;
import plastron.loihi.scale.coefficient.UnitChoice;
import plastron.loihi.scale.coefficient.Units;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * The products that change one synaptic variable of one group.
 *
 * @param values the layer's numbers
 * @param terms what is added
 * @param target the variable, w or d
 * @param tag whether alpha is a factor, in the tag
 * @param alpha alpha as a constant, 1 if it is in the tag or absent
 * @param delayOffset zero of the delay variable
 * @param largestTag largest magnitude of a tag
 * @param impulses what a spike adds to traces of spikes
 */
record Series(
    LayerValues values,
    List<LegalTerm> terms,
    Variable target,
    boolean tag,
    double alpha,
    int delayOffset,
    int largestTag,
    Map<Variable, Integer> impulses) {

  Series {
    terms = List.copyOf(terms);
    impulses = Map.copyOf(impulses);
  }

  private Operands operands(LegalTerm term) {
    return Operands.of(term, target, tag, values.rule().storedIn(), delayOffset, held(term));
  }

  private Map<Variable, Integer> held(LegalTerm term) {
    Map<Variable, Integer> held = new EnumMap<>(Variable.class);
    impulses.forEach(
        (trace, impulse) -> {
          if (values.rule().slots().holdsSpike(trace, term)) {
            held.put(trace, impulse);
          }
        });
    return held;
  }

  private double coefficient(LegalTerm term) {
    return term.coefficient()
        * values.constants(term.constants())
        * (term.own() || term.storesAlpha() || target != Variable.W ? 1 : alpha);
  }

  /**
   * The term whose coefficient decides the unit of the target: the first that has neither the state
   * nor a free unit.
   */
  Optional<LegalTerm> leading() {
    return terms.stream()
        .filter(t -> !t.own() && coefficient(t) != 0)
        .min(
            Comparator.comparingInt(
                (LegalTerm t) ->
                    (t.traces().contains(Variable.X2) ? 2 : 0)
                        + (t.stored().isPresent()
                                && target == Variable.W
                                && !values.rule().storesState()
                            ? 1
                            : 0)));
  }

  /** What the leading coefficient is for a target unit of 1; 0 without a leading term. */
  double leadingCoefficient(Units units) {
    return leading().map(t -> Math.abs(coefficient(t)) * operands(t).scale(units)).orElse(0.0);
  }

  /**
   * The least unit of the target, or one little above at which the leading coefficient is exact.
   */
  double unit(Units units, double smallest) {
    double least = Math.max(smallest, Double.MIN_NORMAL);
    return UnitChoice.dividing(
            leadingCoefficient(units), least, leadingMantissa(), u -> Optional.of(1.0))
        .orElse(least);
  }

  int leadingMantissa() {
    return leading().map(t -> operands(t).smallMantissa(largestTag)).orElse(7);
  }

  /**
   * By how much a spare variable makes the smallest leading coefficient smaller; 1 without a spare.
   */
  double leadingSpareStep() {
    return leading()
        .filter(t -> values.rule().hasSpare())
        .map(t -> Math.scalb(1.0, -operands(t).spareShift(values.rule().spare())))
        .orElse(1.0);
  }

  /** The coefficient of a term for a target unit. */
  double wanted(LegalTerm term, Units units, double targetUnit) {
    return coefficient(term)
        * operands(term).scale(units)
        / (term.own() && target == Variable.W ? 1 : targetUnit);
  }

  /** Operands of the first term that reads a variable, with a coefficient that is not zero. */
  Optional<LegalTerm> reading(Variable variable) {
    return terms.stream()
        .filter(
            t ->
                operands(t).variables().contains(variable)
                    && coefficient(t) != 0
                    && !t.equals(leading().orElse(null)))
        .findFirst();
  }

  int smallMantissa(LegalTerm term) {
    return operands(term).smallMantissa(largestTag);
  }

  /**
   * The rates of learning as the engine has them, term by term, beside those of the model; without
   * terms that it cannot have.
   */
  String used(Units units, double targetUnit) {
    return terms.stream()
        .filter(term -> !term.constants().isEmpty() && coefficient(term) != 0)
        .filter(term -> smallMantissa(term) > 0)
        .map(term -> used(term, wanted(term, units, targetUnit)))
        .collect(Collectors.joining(", "));
  }

  private String used(LegalTerm term, double wanted) {
    double share = operands(term).fit(wanted, largestTag, values.rule()).value() / wanted;
    double model = values.constants(term.constants());
    return String.format(
        Locale.ROOT,
        "%s = %.6g for %.6g in term (%s)",
        term.constants().stream().map(Symbol::name).collect(Collectors.joining(".")),
        model * share,
        model,
        term.source());
  }

  /**
   * Whether a constant may make up for what products lose: where nothing decays it would add up,
   * and where signals from outside decide, they may be 0.
   */
  boolean losesInEveryEpoch() {
    return !values.rule().isTimed()
        && terms.stream().anyMatch(term -> term.isDecay() && coefficient(term) < 0)
        && values.layer().source().rule().rule().symbols(Role.EXTERNAL).isEmpty();
  }

  /** All products, reporting what their coefficients lose. */
  Optional<ProductSeries> products(Units units, double targetUnit, Report report) {
    List<Product> products = new ArrayList<>();
    Variable spare = values.rule().spare();
    for (LegalTerm term : terms) {
      Operands operands = operands(term);
      double wanted = wanted(term, units, targetUnit);
      long largest = operands.largestMantissa(largestTag);
      if (largest < 1) {
        report.refuse(
            "L-MAC-OVF",
            "term (%s) has operands %s, whose product passes 2^31."
                .formatted(term.source(), operands.variables()),
            "Maybe use a rule with fewer factors.");
        continue;
      }
      CoefficientFit fit = operands.fit(wanted, largestTag, values.rule());
      new CoefficientReport(values, report).check(term, wanted, fit);
      fit.pieces().forEach(piece -> products.addAll(operands.products(piece, spare)));
    }
    return products.isEmpty() ? Optional.empty() : Optional.of(new ProductSeries(products));
  }
}
