package plastron.plasticity.print;

import java.util.Locale;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.SpikeTrace;

/** The words for what a symbol is. */
final class Wording {

  private Wording() {}

  /** The role in small letters. */
  static String role(Symbol symbol) {
    return symbol.role().name().toLowerCase(Locale.ROOT);
  }

  /** Of a trace, how it moves; of another symbol its bounds. */
  static String range(PlasticityRule rule, Symbol symbol) {
    return rule.timing().traces().stream()
        .filter(trace -> trace.symbol().equals(symbol))
        .findFirst()
        .map(Wording::trace)
        .orElseGet(() -> bounds(symbol));
  }

  private static String trace(SpikeTrace trace) {
    String entry = trace.entry() == SpikeTrace.Entry.ADDED ? "+1" : "1";
    return "%s on %s, time constant %s steps"
        .formatted(
            entry,
            trace.symbol().axis().name().toLowerCase(Locale.ROOT),
            number(trace.timeConstant()));
  }

  /** The bounds, such as {@code in [0, 1]}, {@code at least 0}, or nothing. */
  static String bounds(Symbol symbol) {
    Bounds bounds = symbol.bounds();
    String low = number(bounds.low());
    String high = number(bounds.high());
    if (!bounds.areFinite()) {
      return "";
    }
    if (Double.isInfinite(bounds.high())) {
      return "at least " + low;
    }
    return Double.isInfinite(bounds.low()) ? "at most " + high : "in [" + low + ", " + high + "]";
  }

  private static String number(double value) {
    return TextNotation.PLAIN.number(value);
  }
}
