package plastron.export.kit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.fixedpoint.Rounding;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;

/** Fixed-point formats and rules in them. They shrink to fewer bits. */
public final class Formats {

  private Formats() {}

  /** Formats of 1 to 31 bits, without the sign. */
  public static Arbitrary<FixedFormat> any() {
    return Combinators.combine(
            Arbitraries.of(false, true),
            Arbitraries.integers().between(0, 15),
            Arbitraries.integers().between(1, 16))
        .as(FixedFormat::new);
  }

  /** A rule with a signed format for every state and, or not, one for other symbols. */
  public static Arbitrary<QuantizedRule> of(PlasticityRule rule) {
    Arbitrary<FixedFormat> format =
        Combinators.combine(
                Arbitraries.integers().between(0, 7), Arbitraries.integers().between(1, 16))
            .as(FixedFormat::signed);
    var symbols = rule.symbols().stream().filter(s -> s.role() != Role.SIGNAL).toList();
    return Combinators.combine(
            format.list().ofSize(symbols.size()),
            Arbitraries.of(false, true).list().ofSize(symbols.size()),
            Arbitraries.of(Rounding.NEAREST, Rounding.NEAREST_EVEN, Rounding.FLOOR))
        .as(
            (formats, chosen, rounding) -> {
              QuantizedRule quantized = new QuantizedRule(rule, java.util.Map.of(), rounding);
              for (int s = 0; s < symbols.size(); s++) {
                Symbol symbol = symbols.get(s);
                if (chosen.get(s) || symbol.role() == Role.STATE) {
                  quantized = quantized.with(symbol.name(), formats.get(s));
                }
              }
              return quantized;
            });
  }
}
