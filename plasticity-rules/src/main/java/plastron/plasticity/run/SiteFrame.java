package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.core.network.SynapseRows;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f32.RuleFrame32;
import plastron.plasticity.f32.RuleProgram32;
import plastron.plasticity.f32.RuleShape32;
import plastron.plasticity.f32.timing.SpikeRule32;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;

/**
 * The rule of one projection or drive, compiled, with the numbers it works on. Owned by one thread.
 */
final class SiteFrame {

  private final RuleDerivation rule;
  private final RuleProgram32 program;
  private final RuleFrame32 frame;
  private final RuleShape32 shape;
  private final List<Given> externals = new ArrayList<>();

  /** By name of activity, the population whose rates it is. */
  private final Map<String, Integer> activities = new HashMap<>();

  /** A symbol whose values a signal gives. */
  private record Given(String signal, float[] values) {}

  /** A frame with the rule's parameters and all states at zero. */
  SiteFrame(PlasticGraph graph, RuleSite site) {
    shape = shape(graph, site);
    rule = RuleDerivation.of(site.rule());
    program = new RuleProgram32(rule, shape);
    frame = new RuleFrame32(rule, shape);
    for (Symbol external : site.rule().symbols(Role.EXTERNAL)) {
      String signal = Objects.requireNonNull(site.sources().get(external.name()));
      externals.add(new Given(signal, frame.of(external.name())[0]));
    }
    for (Symbol activity : site.rule().symbols(Role.ACTIVITY)) {
      activities.put(activity.name(), population(graph, site, activity));
    }
    for (Symbol parameter : site.rule().symbols(Role.PARAMETER)) {
      copy(site.parameter(parameter.name()), frame.of(parameter.name()));
    }
  }

  private static int population(PlasticGraph graph, RuleSite site, Symbol activity) {
    if (activity.axis() == Axis.POST) {
      return graph.index(site.to());
    }
    return activity.axis() == Axis.PRE && site instanceof PlasticProjection projection
        ? graph.index(projection.from())
        : Objects.requireNonNull(graph.modulators(site).get(activity.name()));
  }

  private static RuleShape32 shape(PlasticGraph graph, RuleSite site) {
    return new RuleShape32(
        graph.pre(site),
        graph.population(site.to()).size(),
        graph.modulatorSizes(site),
        Axis.PRE,
        graph.sparse(site));
  }

  /** Bytes of a frame, its program and the weights that it gives to a network. */
  static long bytes(PlasticGraph graph, RuleSite site) {
    RuleShape32 shape = shape(graph, site);
    RuleDerivation rule = RuleDerivation.of(site.rule());
    return RuleFrame32.bytes(rule, shape)
        + RuleProgram32.bytes(rule, shape)
        + (site.rule().isTimed() ? SpikeRule32.bytes(rule, shape) : 0)
        + shape.bytes(Axis.SYNAPSE)
        + shape.synapses().map(SynapseRows::bytes).orElse(0L);
  }

  private static void copy(double[][] from, float[][] to) {
    for (int j = 0; j < to.length; j++) {
      for (int i = 0; i < to[j].length; i++) {
        to[j][i] = (float) from[j][i];
      }
    }
  }

  /** Indices of the populations whose rates the rule reads. */
  Collection<Integer> populations() {
    return activities.values();
  }

  /** Lets the rule read the rates where they are kept, by population, live. */
  void readRates(Map<Integer, float[]> rates) {
    activities.forEach(
        (name, population) -> frame.of(name)[0] = Objects.requireNonNull(rates.get(population)));
  }

  /** Takes in what signals and modules give for a window, counted from the episode's start. */
  void readSignals(GivenSignals signals, RunningModules modules, int window) {
    for (Given external : externals) {
      float[] given = modules.output(external.signal());
      if (given.length == 0) {
        signals.read(external.signal(), window, external.values());
      } else {
        for (int i = 0; i < external.values().length; i++) {
          external.values()[i] = given[given.length == 1 ? 0 : i];
        }
      }
    }
  }

  /** Whether the end of a window changes any state. */
  boolean updates() {
    return !rule.rule().updates().isEmpty();
  }

  /** What single spikes do, if they do anything, behind an axon of so many steps. */
  Optional<SpikesAtSynapses> spikes(int axonDelay) {
    return rule.rule().isTimed()
        ? Optional.of(new SpikesAtSynapses(rule, shape, frame, axonDelay))
        : Optional.empty();
  }

  /** One trace update: all states take their next values at once. */
  void update() {
    program.update(frame);
    frame.advance();
  }

  /** Computes the effective weights. {@code out} is overwritten. */
  void weights(float[][] out) {
    program.weight(frame, out);
  }

  /** The synapses where some are absent; empty where there are all. */
  Optional<SynapseRows> sparse() {
    return shape.synapses();
  }

  /** Weights of 0. */
  float[][] zeros() {
    return shape.zeros(Axis.SYNAPSE);
  }

  /** What is recorded of a rule that never acts: {@code count} arrays of zeros. */
  List<float[][]> noTraces(int count) {
    return Stream.generate(this::zeros).limit(count).toList();
  }

  /** A copy of a symbol's present value, {@code [from][to]}. */
  float[][] value(String symbol) {
    return Arrays.stream(frame.of(symbol)).map(float[]::clone).toArray(float[][]::new);
  }

  /** All states, signals and traces go to zero, and so does what comes from outside. */
  void reset() {
    for (int s = 0; s < frame.value.length; s++) {
      Role role = rule.symbols().get(s).role();
      boolean given = role == Role.PARAMETER || role == Role.ACTIVITY;
      if (!given) {
        fill(frame.value[s], 0);
      }
    }
  }

  private static void fill(float[][] array, float value) {
    for (float[] row : array) {
      Arrays.fill(row, value);
    }
  }
}
