package plastron.tasks.circuit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import plastron.core.circuit.Distribution;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.circuit.LearningByRule;
import plastron.plasticity.circuit.RuleWindow;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.rule.PlasticityRule;

/** Reads the table of a rule of the catalogue: which it is, its window and its numbers. */
final class RuleTable {

  private static final String ALPHA = "alpha";
  private static final String CLIP = "clip";

  private static final String DECAY_MODULATOR = "N";
  private static final String MODULATOR = "M";

  private final CircuitTable table;
  private final ReceivedUnit unit;
  private final double dtMs;
  private final List<String> populations;

  /**
   * @param unit of the weights
   * @param populations that there are
   */
  RuleTable(CircuitTable table, ReceivedUnit unit, double dtMs, List<String> populations) {
    this.table = table;
    this.unit = unit;
    this.dtMs = dtMs;
    this.populations = populations;
  }

  LearningByRule read() {
    String name = table.choice("name", Catalogue.plastic().stream().map(RuleFamily::name).toList());
    RuleFamily family = Catalogue.find(name).orElseThrow();
    PlasticityRule rule = family.build(options(family));
    Map<String, Distribution> numbers = new LinkedHashMap<>();
    LearningByRule.drawn(rule).forEach(symbol -> numbers.put(symbol.name(), number(symbol)));
    Map<String, String> sources = new LinkedHashMap<>();
    for (String modulator : List.of(MODULATOR, DECAY_MODULATOR)) {
      if (rule.symbol(rates(modulator)).isPresent()) {
        sources.put(rates(modulator), table.choice(from(modulator), populations));
      }
    }
    Optional<RuleWindow> window =
        rule.updates().isEmpty() ? Optional.empty() : Optional.of(window());
    return new LearningByRule(rule, window, numbers, sources);
  }

  private static String from(String modulator) {
    return modulator + "_from";
  }

  /** The name of the activity that rates of another population are to a rule. */
  private static String rates(String modulator) {
    return modulator.toLowerCase(Locale.ROOT);
  }

  /** One coefficient for all synapses needs no memory for each. */
  private RuleOptions options(RuleFamily family) {
    Axis alpha = number(ALPHA) instanceof Distribution.Constant ? Axis.GLOBAL : Axis.SYNAPSE;
    double clip = table.number(CLIP, NumberRange.POSITIVE, Double.POSITIVE_INFINITY);
    return new RuleOptions(
        clip,
        alpha,
        family.isModulated() ? modulator(MODULATOR) : new ModulatorSource.ConstantOne(),
        family.isDecayModulated() ? modulator(DECAY_MODULATOR) : new ModulatorSource.ConstantOne());
  }

  private Distribution number(String symbol) {
    return DrawnNumbers.distribution(table, unit.key(symbol), NumberRange.FINITE);
  }

  private Distribution number(Symbol symbol) {
    return symbol.name().equals(ALPHA)
        ? number(ALPHA)
        : DrawnNumbers.distribution(table, symbol.name(), NumberRange.within(symbol.bounds()));
  }

  /** Either rates of a population, or a constant. */
  private ModulatorSource modulator(String name) {
    if (table.has(name) == table.has(from(name))) {
      throw table.wrong(
          name, "a number, or else %s the name of a population".formatted(from(name)));
    }
    if (table.has(name)) {
      return new ModulatorSource.ExternalScalar();
    }
    return new ModulatorSource.Layer(populations.indexOf(table.choice(from(name), populations)));
  }

  private RuleWindow window() {
    double lengthMs = table.number("window_ms", NumberRange.multipleOf(dtMs));
    double referenceHz = table.number("reference_Hz", NumberRange.POSITIVE);
    OptionalDouble tauMs =
        table.has("tau_rate_ms")
            ? OptionalDouble.of(table.number("tau_rate_ms", NumberRange.POSITIVE))
            : OptionalDouble.empty();
    return new RuleWindow(lengthMs, referenceHz, tauMs);
  }
}
