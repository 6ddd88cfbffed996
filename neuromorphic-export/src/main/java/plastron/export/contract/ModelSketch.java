package plastron.export.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import plastron.core.spikes.SpikeRaster;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.run.PlasticRunner;

/**
 * A small model of one layer in a chip's network form, with drawn parameters and inputs.
 *
 * @param family rule of the layer
 * @param options its choices
 * @param inputs number of input neurons
 * @param size number of neurons
 * @param interval steps per window
 * @param windows per episode
 * @param rates how rates are made
 * @param referenceRate rates are divided by this
 * @param speed value of every GLOBAL parameter: learning rates
 * @param gain standard deviation of what the trace is multiplied by in the weight
 * @param tauMembrane in steps
 * @param tauSynapse in steps
 * @param seed of everything that is drawn
 */
record ModelSketch(
    RuleFamily family,
    RuleOptions options,
    int inputs,
    int size,
    int interval,
    int windows,
    RateEstimator rates,
    double referenceRate,
    double speed,
    double gain,
    double tauMembrane,
    double tauSynapse,
    long seed) {

  private static final int CALIBRATION = 12;
  private static final int FRESH = 4;
  private static final double LEAST_RATE = 0.05;
  private static final double MOST_RATE = 0.25;
  private static final int ROUNDS = 12;

  /** The case, its layer firing at a moderate rate where scaling its fixed weights can do that. */
  ContractCase tried(String name, List<String> columns, HardwareForm form) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] busy = new double[inputs];
    for (int j = 0; j < inputs; j++) {
      busy[j] = 0.05 + 0.35 * random.nextDouble();
    }
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int e = 0; e < CALIBRATION + FRESH; e++) {
      spikes.add(input(busy, random.split()));
    }
    LayeredModel model = model(name, form, random.split());
    return new ContractCase(
        name,
        columns,
        moderate(model, spikes.getFirst()),
        spikes.subList(0, CALIBRATION),
        spikes.subList(CALIBRATION, spikes.size()));
  }

  /** Every neuron is more and less busy in turn, like the groups of a task. */
  private SpikeRaster input(double[] busy, RandomGenerator random) {
    SpikeRaster raster = new SpikeRaster(interval * windows, inputs);
    double[] now = busy.clone();
    for (int t = 0; t < raster.steps(); t++) {
      for (int j = 0; j < inputs; j++) {
        if (t % (4 * interval) == 0) {
          now[j] = busy[j] * (random.nextBoolean() ? 1.5 : 0.5);
        }
        if (random.nextDouble() < now[j]) {
          raster.set(t, j);
        }
      }
    }
    return raster;
  }

  private LayeredModel model(String name, HardwareForm form, RandomGenerator random) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    PlasticityRule rule = family.build(options);
    Symbol gained = gainSymbol(rule);
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      double[][] values = new double[count(symbol.axis().from())][count(symbol.axis().to())];
      for (double[] row : values) {
        for (int i = 0; i < row.length; i++) {
          row[i] = draw(symbol, symbol.equals(gained), random);
        }
      }
      parameters.put(symbol.name(), values);
    }
    PlasticLayer layer =
        new PlasticLayer(
            "layer",
            size,
            form.neuron(1, tauMembrane),
            form.kernel(tauSynapse),
            form.delivery(),
            form.latency(),
            family,
            options,
            parameters);
    return new LayeredModel(
        name, inputs, List.of(layer), interval, rates, referenceRate, Map.of("seed", "" + seed));
  }

  private int count(Dimension dimension) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> inputs;
      case POST, MODULATOR -> size;
    };
  }

  private double draw(Symbol symbol, boolean gains, RandomGenerator random) {
    return switch (symbol.axis()) {
      case GLOBAL -> gains ? gain : speed;
      case PRE -> 0.2 * random.nextDouble();
      case POST_POST, MODULATOR_POST -> random.nextGaussian() / Math.sqrt(size);
      default -> gains ? gain * random.nextGaussian() : (0.06 + 0.06 * random.nextGaussian());
    };
  }

  /** The parameter beside a state in the effective weight; a rule without one has none such. */
  private static @Nullable Symbol gainSymbol(PlasticityRule rule) {
    return RuleDerivation.of(rule).weight().terms().stream()
        .filter(t -> t.factors().stream().anyMatch(f -> f.role() == Role.STATE))
        .flatMap(t -> t.factors().stream())
        .filter(f -> f.role() == Role.PARAMETER)
        .findFirst()
        .orElse(null);
  }

  /** Looks for a factor of the fixed weights between one that is too small and one too large. */
  private static LayeredModel moderate(LayeredModel model, SpikeRaster example) {
    Symbol gained = gainSymbol(model.layers().getFirst().rule());
    LayeredModel scaled = model;
    double factor = 1;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int round = 0; round < ROUNDS; round++) {
      SpikeRaster out = PlasticRunner.of(scaled).run(example).output();
      double rate = (double) out.count(0, out.steps()) / ((long) out.steps() * out.neurons());
      if (rate >= LEAST_RATE && rate <= MOST_RATE) {
        return scaled;
      }
      if (rate < LEAST_RATE) {
        low = factor;
        factor = Double.isInfinite(high) ? 2 * low : Math.sqrt(low * high);
      } else {
        high = factor;
        factor = low == 0 ? high / 2 : Math.sqrt(low * high);
      }
      scaled = withFixed(model, gained, factor);
    }
    return scaled;
  }

  private static LayeredModel withFixed(
      LayeredModel model, @Nullable Symbol gained, double factor) {
    PlasticLayer layer = model.layers().getFirst();
    Map<String, double[][]> parameters = new LinkedHashMap<>(layer.parameters());
    for (Symbol symbol : layer.rule().symbols(Role.PARAMETER)) {
      if (symbol.axis() == Axis.SYNAPSE && !symbol.equals(gained)) {
        parameters.put(symbol.name(), scaled(layer.parameter(symbol.name()), factor));
      }
    }
    return model.withLayers(List.of(layer.withParameters(parameters)));
  }

  private static double[][] scaled(double[][] values, double factor) {
    return Arrays.stream(values)
        .map(row -> Arrays.stream(row).map(value -> factor * value).toArray())
        .toArray(double[][]::new);
  }
}
