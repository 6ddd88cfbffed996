package plastron.export.calibration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.f64.timing.SpikeLog64;
import plastron.plasticity.f64.timing.SpikeRule64;
import plastron.plasticity.f64.timing.SpikeTraces64;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;

/**
 * Follows all quantities of one projection's rule through recorded spikes. Given the spikes of a
 * run, rates, traces, signals and weights follow from the rule alone, so that any runner can be
 * calibrated. Owned by one thread. Long, because updates at windows and at spikes share all state.
 */
final class RuleReplay {

  private final PlasticGraph graph;
  private final PlasticProjection projection;
  private final int from;
  private final int to;
  private final Map<String, Integer> modulators;
  private final RuleDerivation rule;
  private final RuleProgram64 program;
  private final SpikeRule64 spikes;
  private final SpikeTraces64 traces;
  private final int[] fired;
  private final RuleShape64 shape;
  private final double[][] start;
  private final double[][] weights;
  private final Map<Symbol, RangeCollector> symbols = new HashMap<>();
  private final FactorProducts products;
  private final RangeCollector plastic = new RangeCollector();
  private final RangeCollector weight = new RangeCollector();
  private final Map<Symbol, EstimatedRates> rates = new HashMap<>();
  private RuleFrame64 frame;
  private Input input = Input.of(new SpikeRaster(1, 1));

  RuleReplay(PlasticGraph graph, PlasticProjection projection) {
    this.graph = graph;
    this.projection = projection;
    from = graph.index(projection.from());
    to = graph.index(projection.to());
    modulators = graph.modulators(projection);
    rule = RuleDerivation.of(projection.rule());
    shape = shape(graph, projection);
    program = new RuleProgram64(rule, shape);
    spikes = new SpikeRule64(rule, shape);
    traces = new SpikeTraces64(rule);
    fired = new int[Math.max(shape.pre(), graph.populations().get(to).size())];
    start = shape.zeros(Axis.SYNAPSE);
    weights = shape.zeros(Axis.SYNAPSE);
    rule.symbols().forEach(s -> symbols.put(s, new RangeCollector()));
    products = new FactorProducts(rule);
    frame = atRest();
    program.weight(frame, start);
    rule.rule().symbols(Role.PARAMETER).forEach(p -> collector(p).addAll(frame.of(p.name())));
  }

  /** Bytes of the weights and of the frames of two examples, of which one is given up. */
  static long bytes(PlasticGraph graph, PlasticProjection projection) {
    RuleDerivation rule = RuleDerivation.of(projection.rule());
    RuleShape64 shape = shape(graph, projection);
    return 2 * shape.bytes(Axis.SYNAPSE)
        + 2 * RuleFrame64.bytes(rule, shape)
        + RuleProgram64.bytes(rule, shape);
  }

  private static RuleShape64 shape(PlasticGraph graph, PlasticProjection projection) {
    return new RuleShape64(
        graph.pre(projection),
        graph.population(projection.to()).size(),
        graph.modulatorSizes(projection),
        Axis.PRE);
  }

  /** Index of the population that sends. */
  int from() {
    return from;
  }

  /** The projection that is followed. */
  PlasticProjection projection() {
    return projection;
  }

  /** The present effective weights, {@code [nPre][nPost]}; live. */
  double[][] weights() {
    return weights;
  }

  /** Begins an example. */
  void begin(Input example) {
    input = example;
    frame = atRest();
    rates.clear();
    for (Symbol activity : rule.rule().symbols(Role.ACTIVITY)) {
      int neurons = frame.of(activity.name())[0].length;
      rates.put(
          activity,
          new EstimatedRates(graph.clock().rates(), graph.clock().referenceRate(), neurons));
    }
    program.weight(frame, weights);
    weight.addAll(weights);
  }

  /** Takes one step: single spikes act, and at the end of a window the rule does. */
  void step(int t, List<SpikeRaster> rasters) {
    int interval = graph.clock().updateInterval();
    if (rule.rule().isTimed()) {
      spike(t, rasters.get(from), rasters.get(to));
    }
    if ((t + 1) % interval == 0 && rule.rule().isPlastic()) {
      rates.forEach(
          (symbol, window) ->
              window.window(
                  rasters.get(population(symbol)),
                  t + 1 - interval,
                  t + 1,
                  frame.of(symbol.name())[0]));
      show(t / interval);
      update();
    }
  }

  /** Chips have no axon with a delay: a spike arrives in its own step. */
  private void spike(int t, SpikeRaster pre, SpikeRaster post) {
    traces.decay(frame.value);
    int[] before = Arrays.copyOf(fired, pre.spikes(t, fired));
    int[] behind = Arrays.copyOf(fired, post.spikes(t, fired));
    spikes.pre(frame.value, before, before.length, SpikeLog64.none());
    spikes.weightsAfterPre(frame.value, weights, before, before.length);
    spikes.post(frame.value, behind, behind.length, SpikeLog64.none());
    spikes.weightsAfterPost(frame.value, weights, behind, behind.length);
    for (int j : before) {
      traces.enter(Axis.PRE, j, frame.value);
    }
    for (int i : behind) {
      traces.enter(Axis.POST, i, frame.value);
    }
    collect(Role.TRACE);
    if ((t + 1) % graph.clock().updateInterval() == 0) {
      // What the window's end takes off again needs room before it does.
      collect(Role.STATE);
    }
  }

  private void collect(Role role) {
    for (Symbol symbol : rule.rule().symbols(role)) {
      collector(symbol).addAll(frame.of(symbol.name()));
    }
  }

  /** What comes now is of another example. */
  void end() {
    symbols.forEach(
        (symbol, collector) -> {
          if (symbol.role() != Role.PARAMETER) {
            collector.endExample();
          }
        });
    products.endExample();
    plastic.endExample();
    weight.endExample();
  }

  private void show(int window) {
    for (Symbol external : rule.rule().symbols(Role.EXTERNAL)) {
      Signal signal =
          input.signal(Objects.requireNonNull(projection.sources().get(external.name())));
      for (double[] row : frame.of(external.name())) {
        for (int i = 0; i < row.length; i++) {
          row[i] = signal.at(window, i);
        }
      }
    }
  }

  private void update() {
    program.update(frame);
    products.add(frame);
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() != Role.STATE
          && symbol.role() != Role.PARAMETER
          && symbol.role() != Role.TRACE) {
        collector(symbol).addAll(frame.of(symbol.name()));
      }
    }
    for (int u = 0; u < frame.next.length; u++) {
      Symbol state = rule.updates().get(u).state();
      int s = rule.index(state);
      double[][] old = frame.value[s];
      frame.value[s] = frame.next[u];
      frame.next[u] = old;
      collector(state).addAll(frame.value[s]);
    }
    program.weight(frame, weights);
    weight.addAll(weights);
    for (int j = 0; j < weights.length; j++) {
      for (int i = 0; i < weights[j].length; i++) {
        plastic.add(weights[j][i] - start[j][i]);
      }
    }
  }

  /**
   * What was measured.
   *
   * @param name what the ranges are called
   * @param membrane that of the population that receives
   */
  LayerRanges ranges(String name, MembraneReplay membrane) {
    Map<String, ValueRange> ranges = new HashMap<>();
    symbols.forEach((symbol, collector) -> ranges.put(symbol.name(), collector.range()));
    return new LayerRanges(
        name,
        ranges,
        products.ranges(),
        plastic.range(),
        weight.range(),
        membrane.current(),
        membrane.potential());
  }

  private RuleFrame64 atRest() {
    RuleFrame64 rest = new RuleFrame64(rule, shape);
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.PARAMETER) {
        rest.value[rule.index(symbol)] = projection.parameter(symbol.name());
      }
    }
    return rest;
  }

  private RangeCollector collector(Symbol symbol) {
    return Objects.requireNonNull(symbols.get(symbol));
  }

  private int population(Symbol activity) {
    return switch (activity.axis()) {
      case PRE -> from;
      case MODULATOR -> Objects.requireNonNull(modulators.get(activity.name()));
      default -> to;
    };
  }
}
