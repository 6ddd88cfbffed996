package plastron.export.calibration;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;

/**
 * Follows all quantities of one layer through recorded spikes. Given the spikes of a run, rates,
 * traces, signals and weights follow from the rule alone, so that any runner can be calibrated.
 * Owned by one thread.
 */
final class LayerReplay {

  private final LayeredModel model;
  private final int index;
  private final PlasticLayer layer;
  private final RuleDerivation rule;
  private final RuleProgram64 program;
  private final RuleShape64 shape;
  private final double[][] start;
  private final double[][] weights;
  private final Map<Symbol, RangeCollector> symbols = new HashMap<>();
  private final FactorProducts products;
  private final RangeCollector plastic = new RangeCollector();
  private final RangeCollector weight = new RangeCollector();
  private final RangeCollector current = new RangeCollector();
  private final RangeCollector potential = new RangeCollector();
  private final MembraneReplay membrane;

  LayerReplay(LayeredModel model, int index) {
    this.model = model;
    this.index = index;
    layer = model.layers().get(index);
    rule = RuleDerivation.of(layer.rule());
    int[] sizes = model.sizes();
    int modulator = layer.modulatorPopulation();
    shape = new RuleShape64(sizes[index], layer.size(), modulator < 0 ? 0 : sizes[modulator]);
    program = new RuleProgram64(rule, shape);
    start = shape.zeros(Axis.SYNAPSE);
    weights = shape.zeros(Axis.SYNAPSE);
    rule.symbols().forEach(s -> symbols.put(s, new RangeCollector()));
    products = new FactorProducts(rule);
    membrane = new MembraneReplay(layer, sizes[index], current, potential);
    RuleFrame64 frame = atRest();
    program.weight(frame, start);
    rule.rule().symbols(Role.PARAMETER).forEach(p -> collector(p).addAll(frame.of(p.name())));
  }

  /** Adds one episode: the spikes of all populations. */
  void add(List<SpikeRaster> spikes) {
    RuleFrame64 frame = atRest();
    Map<Symbol, WindowRates> rates = new HashMap<>();
    for (Symbol activity : rule.rule().symbols(Role.ACTIVITY)) {
      int neurons = frame.of(activity.name())[0].length;
      rates.put(activity, new WindowRates(model.rates(), model.referenceRate(), neurons));
    }
    int steps = spikes.getFirst().steps();
    int interval = model.updateInterval();
    program.weight(frame, weights);
    weight.addAll(weights);
    membrane.reset();
    for (int t = 0; t < steps; t++) {
      membrane.step(t, spikes.get(index), spikes.get(index + 1), weights);
      if ((t + 1) % interval == 0 && rule.rule().isPlastic()) {
        int from = t + 1 - interval;
        int to = t + 1;
        rates.forEach(
            (symbol, window) ->
                window.window(
                    spikes.get(population(symbol)), from, to, frame.of(symbol.name())[0]));
        update(frame);
      }
    }
    symbols.forEach(
        (symbol, collector) -> {
          if (symbol.role() != Role.PARAMETER) {
            collector.endExample();
          }
        });
    products.endExample();
    List.of(plastic, weight, current, potential).forEach(RangeCollector::endExample);
  }

  private void update(RuleFrame64 frame) {
    program.update(frame);
    products.add(frame);
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() != Role.STATE && symbol.role() != Role.PARAMETER) {
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

  LayerRanges ranges() {
    Map<String, ValueRange> ranges = new HashMap<>();
    symbols.forEach((symbol, collector) -> ranges.put(symbol.name(), collector.range()));
    return new LayerRanges(
        layer.name(),
        ranges,
        products.ranges(),
        plastic.range(),
        weight.range(),
        current.range(),
        potential.range());
  }

  private RuleFrame64 atRest() {
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    for (Symbol symbol : rule.symbols()) {
      if (symbol.role() == Role.PARAMETER) {
        frame.value[rule.index(symbol)] = layer.parameter(symbol.name());
      } else if (symbol.role() == Role.EXTERNAL) {
        // Nothing in a recording says what came from outside; one is the largest value a modulator
        // may have.
        for (double[] row : frame.value[rule.index(symbol)]) {
          Arrays.fill(row, 1);
        }
      }
    }
    return frame;
  }

  private RangeCollector collector(Symbol symbol) {
    return Objects.requireNonNull(symbols.get(symbol));
  }

  private int population(Symbol activity) {
    return switch (activity.axis()) {
      case PRE -> index;
      case MODULATOR -> layer.modulatorPopulation();
      default -> index + 1;
    };
  }
}
