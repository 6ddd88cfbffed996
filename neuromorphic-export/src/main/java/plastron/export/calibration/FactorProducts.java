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
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;

/**
 * Follows the products that stand on one side of a rule's terms, such as {@code M.y} or {@code
 * x.x}.
 */
final class FactorProducts {

  private final Map<List<Symbol>, RangeCollector> products = new LinkedHashMap<>();

  FactorProducts(RuleDerivation rule) {
    List<Polynomial> polynomials = new ArrayList<>();
    rule.updates().forEach(u -> polynomials.add(u.next()));
    for (RuleDerivation.SignalStep step : rule.signals()) {
      if (step instanceof RuleDerivation.PolynomialStep signal) {
        polynomials.add(signal.value());
      }
    }
    for (Polynomial polynomial : polynomials) {
      for (Term term : polynomial.terms()) {
        collect(term.factors(Axis.POST));
        collect(term.factors(Axis.PRE));
      }
    }
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
          int length = frame.of(factors.getFirst().name())[0].length;
          for (int i = 0; i < length; i++) {
            double product = 1;
            for (Symbol factor : factors) {
              product *= frame.of(factor.name())[0][i];
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
