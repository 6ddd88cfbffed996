package plastron.export.calibration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.derive.Term;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;

/**
 * Follows the products that stand on one side of a rule's terms, such as {@code M.y} or {@code
 * x.x}.
 */
final class FactorProducts {

  private final Map<List<Symbol>, RangeCollector> products = new LinkedHashMap<>();
  private final Map<Symbol, Polynomial> globals = new HashMap<>();

  FactorProducts(RuleDerivation rule) {
    List<Polynomial> polynomials = new ArrayList<>();
    rule.updates().forEach(u -> polynomials.add(u.next()));
    for (RuleDerivation.SignalStep step : rule.signals()) {
      if (step instanceof RuleDerivation.PolynomialStep signal) {
        if (signal.symbol().axis() == Axis.GLOBAL) {
          globals.put(signal.symbol(), withoutGlobals(signal.value()));
        }
        polynomials.add(signal.value());
      }
    }
    for (Polynomial polynomial : polynomials) {
      for (Term term : polynomial.terms()) {
        collect(term.factors(Axis.POST));
        collect(term.factors(Axis.PRE));
      }
      for (Term term : withoutGlobals(polynomial).terms()) {
        collect(term.factors().stream().filter(FactorProducts::isOfNeuron).toList());
      }
    }
  }

  /** Whether a post neuron has to be told the factor: not what never changes. */
  private static boolean isOfNeuron(Symbol factor) {
    return (factor.axis() == Axis.POST && factor.role() != Role.PARAMETER)
        || factor.role() == Role.EXTERNAL;
  }

  /** The definitions of GLOBAL signals put in, multiplied out. */
  private Polynomial withoutGlobals(Polynomial polynomial) {
    List<Term> terms = new ArrayList<>();
    for (Term term : polynomial.terms()) {
      List<Symbol> kept = term.factors().stream().filter(f -> !globals.containsKey(f)).toList();
      Polynomial product = Polynomial.of(List.of(new Term(term.coefficient(), kept)));
      for (Symbol factor : term.factors()) {
        Polynomial definition = globals.get(factor);
        product = definition == null ? product : product.times(definition);
      }
      terms.addAll(product.terms());
    }
    return Polynomial.of(terms);
  }

  private void collect(List<Symbol> factors) {
    if (factors.size() > 1) {
      List<Symbol> sorted = factors.stream().sorted(Comparator.comparing(Symbol::name)).toList();
      products.putIfAbsent(sorted, new RangeCollector());
    }
  }

  /**
   * Adds the products of one window, after the signals were computed and before the states change.
   */
  void add(RuleFrame64 frame) {
    products.forEach(
        (factors, collector) -> {
          int length =
              factors.stream().mapToInt(f -> frame.of(f.name())[0].length).max().orElseThrow();
          for (int i = 0; i < length; i++) {
            double product = 1;
            for (Symbol factor : factors) {
              double[] row = frame.of(factor.name())[0];
              product *= row[row.length == 1 ? 0 : i];
            }
            collector.add(product);
          }
        });
  }

  /** What comes now is of another example. */
  void endExample() {
    products.values().forEach(RangeCollector::endExample);
  }

  Map<String, ValueRange> ranges() {
    Map<String, ValueRange> ranges = new HashMap<>();
    products.forEach(
        (factors, collector) ->
            ranges.put(
                String.join(".", factors.stream().map(Symbol::name).toList()), collector.range()));
    return ranges;
  }
}
