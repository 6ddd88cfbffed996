package plastron.export.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.fixedpoint.Rounding;
import plastron.plasticity.expr.Role;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A rule some of whose symbols are integers of a format: parameters and activities are rounded when
 * they are given, states after every update, which is computed exactly from the integers. What does
 * not fit is held at the end of the range and counted.
 *
 * @param formats by name of symbol; any but signals; symbols without one are exact
 * @param rounding of all of them
 */
public record QuantizedRule(
    PlasticityRule rule, Map<String, FixedFormat> formats, Rounding rounding) {

  public QuantizedRule {
    for (String name : formats.keySet()) {
      if (rule.symbol(name).filter(s -> s.role() != Role.SIGNAL).isEmpty()) {
        throw new IllegalArgumentException(
            "Format of (%s) must be that of a symbol of rule %s that is no signal."
                .formatted(name, rule.name()));
      }
    }
    formats = Map.copyOf(formats);
  }

  /** A rule with all its states in a format, rounded to the nearest, and everything else exact. */
  public static QuantizedRule of(PlasticityRule rule, FixedFormat states) {
    Map<String, FixedFormat> formats = new LinkedHashMap<>();
    rule.symbols(Role.STATE).forEach(state -> formats.put(state.name(), states));
    return new QuantizedRule(rule, formats, Rounding.NEAREST);
  }

  /** The same with a format for one more symbol, or another one. */
  public QuantizedRule with(String symbol, FixedFormat format) {
    Map<String, FixedFormat> more = new LinkedHashMap<>(formats);
    more.put(symbol, format);
    return new QuantizedRule(rule, more, rounding);
  }

  /** The same with another rounding. */
  public QuantizedRule rounded(Rounding other) {
    return new QuantizedRule(rule, formats, other);
  }

  /** The format of a symbol, if it is quantised. */
  Optional<FixedFormat> format(String symbol) {
    return Optional.ofNullable(formats.get(symbol));
  }

  /**
   * Runs an episode beside the exact rule.
   *
   * @param episode numbers for the symbols of this rule
   */
  public QuantizedCourse run(RuleEpisode episode) {
    return new QuantizedRun(this, episode).course();
  }
}
