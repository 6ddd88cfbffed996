package plastron.plasticity.circuit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import plastron.core.check.Require;
import plastron.core.circuit.BlockSynapses;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.LearningSynapses;
import plastron.core.circuit.RulePlasticity;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.SpikeTiming;
import plastron.plasticity.rule.SpikeTrace;

/**
 * Synapses of a circuit that learn by a rule, such as one of the catalogue. The weights of the
 * connections are its parameter {@code W}. It computes in single precision, with the kernels of
 * training, so that the same spikes give the same weights as in {@link
 * plastron.plasticity.run.PlasticRunner}.
 *
 * @param rule one that changes synapses, with {@code W}; time constants of its traces are in ms; a
 *     population that modulates itself through a matrix is a source like others, see {@link
 *     plastron.plasticity.family.ModulatorSource.Layer}
 * @param window present if anything happens at the end of windows
 * @param numbers how every other parameter is drawn, and the constant value of what is given from
 *     outside; within the bounds of the symbol
 * @param populations by name of every activity on {@link Axis#MODULATOR}, whose rates it is
 */
public record LearningByRule(
    PlasticityRule rule,
    Optional<RuleWindow> window,
    Map<String, Distribution> numbers,
    Map<String, String> populations)
    implements RulePlasticity {

  /** The parameter that connections draw. */
  public static final String WEIGHT = "W";

  public LearningByRule {
    Require.given("Rule of synapses", rule);
    Require.given("Window of rule " + rule.name(), window);
    numbers = Require.all("Numbers of rule " + rule.name(), numbers);
    populations = Require.all("Populations of rule " + rule.name(), populations);
    if (!rule.isPlastic() || rule.symbol(WEIGHT).filter(w -> w.axis() == Axis.SYNAPSE).isEmpty()) {
      throw new IllegalArgumentException(
          "Rule (%s) must change synapses that have a parameter %s."
              .formatted(rule.name(), WEIGHT));
    }
    if (rule.symbols().stream().anyMatch(s -> s.axis() == Axis.POST_POST)) {
      throw new IllegalArgumentException(
          "Rule (%s) must read the rates of its post neurons as those of a source."
              .formatted(rule.name()));
    }
    if (window.isEmpty() != rule.updates().isEmpty()) {
      throw new IllegalArgumentException(
          "Window of rule %s (%s) must be given if, and only if, something happens at its end."
              .formatted(rule.name(), window));
    }
    requireNames("Numbers", rule, numbers.keySet(), drawn(rule).map(Symbol::name).toList());
    requireNames("Populations", rule, populations.keySet(), modulators(rule));
    for (Symbol symbol : drawn(rule).toList()) {
      requireWithin(rule, symbol, Objects.requireNonNull(numbers.get(symbol.name())));
    }
  }

  private static void requireNames(
      String subject, PlasticityRule rule, Set<String> given, List<String> expected) {
    if (!given.equals(Set.copyOf(expected))) {
      throw new IllegalArgumentException(
          "%s of rule %s (%s) must be given for %s."
              .formatted(subject, rule.name(), given, expected));
    }
  }

  private static void requireWithin(PlasticityRule rule, Symbol symbol, Distribution drawn) {
    if (drawn instanceof Distribution.Each
        || drawn.least() < symbol.bounds().low()
        || drawn.greatest() > symbol.bounds().high()) {
      throw new IllegalArgumentException(
          "Parameter %s of rule %s (%s) must be drawn from %s to %s."
              .formatted(
                  symbol.name(),
                  rule.name(),
                  drawn,
                  symbol.bounds().low(),
                  symbol.bounds().high()));
    }
  }

  /** The symbols of a rule that need a number, in order. */
  public static Stream<Symbol> drawn(PlasticityRule rule) {
    return Require.given("Rule of synapses", rule).symbols().stream()
        .filter(s -> s.role() == Role.PARAMETER || s.role() == Role.EXTERNAL)
        .filter(s -> !s.name().equals(WEIGHT));
  }

  private static List<String> modulators(PlasticityRule rule) {
    return rule.symbols(Role.ACTIVITY).stream()
        .filter(s -> s.axis() == Axis.MODULATOR)
        .map(Symbol::name)
        .toList();
  }

  @Override
  public OptionalDouble windowMs() {
    return window.map(w -> OptionalDouble.of(w.lengthMs())).orElse(OptionalDouble.empty());
  }

  @Override
  public List<String> sources() {
    return List.copyOf(populations.values());
  }

  @Override
  public LearningSynapses synapses(BlockSynapses synapses) {
    Require.given("Synapses of rule " + rule.name(), synapses);
    return new RuleSynapses(this, RuleDerivation.of(inSteps(synapses.dtMs())), synapses);
  }

  /** The rule with the time constants of its traces in steps. */
  private PlasticityRule inSteps(double dtMs) {
    SpikeTiming timing = rule.timing();
    List<SpikeTrace> traces = new ArrayList<>();
    for (SpikeTrace trace : timing.traces()) {
      traces.add(new SpikeTrace(trace.symbol(), trace.timeConstant() / dtMs, trace.entry()));
    }
    return new PlasticityRule(
        rule.name(),
        rule.title(),
        rule.citation(),
        rule.symbols(),
        rule.signals(),
        rule.updates(),
        rule.weight(),
        new SpikeTiming(traces, timing.onPre(), timing.onPost()));
  }

  @Override
  public double bytes(double synapses, double rows, double post, ToIntFunction<String> size) {
    return RuleMemory.bytes(this, synapses, rows, post, size);
  }
}
