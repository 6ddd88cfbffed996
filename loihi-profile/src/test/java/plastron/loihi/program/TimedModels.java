package plastron.loihi.program;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/** One layer of 12 inputs and 6 neurons with a rule of single spikes, and inputs for it. */
final class TimedModels {

  static final int PRE = 12;
  static final int POST = 6;
  private static final int STEPS = 160;

  private TimedModels() {}

  /** A layer, alpha for each synapse or, with {@code Axis.GLOBAL}, one for all. */
  static PlasticModel model(RuleFamily family, Axis alpha, int interval) {
    RuleOptions options = new RuleOptions(1000, alpha, new ModulatorSource.OwnLayer());
    PlasticityRule rule = family.build(options);
    SplittableRandom random = new SplittableRandom(1);
    return PlasticModel.named("timed " + rule.name())
        .source("input", PRE)
        .population("layer", POST, new Neuron.Lif(1, Math.exp(-1 / 5.0), 0, Neuron.Reset.HARD, 0))
        .projection(
            "input",
            "layer",
            p -> {
              p.rule(rule).delivery(Delivery.ARRIVAL).latency(1);
              for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
                p.set(symbol.name(), value(symbol, random));
              }
            })
        .clock(new Clock(interval, RateEstimator.ExponentialTrace.matching(interval), 0.5))
        .build();
  }

  private static double[][] value(Symbol symbol, SplittableRandom random) {
    return switch (symbol.axis()) {
      case GLOBAL -> new double[][] {{symbol.name().equals("alpha") ? 0.02 : 0.1}};
      case POST_POST -> matrix(POST, POST, 0, 0.4, random);
      default ->
          symbol.name().equals("alpha")
              ? matrix(PRE, POST, 0, 0.02, random)
              : matrix(PRE, POST, 0.1, 0.08, random);
    };
  }

  private static double[][] matrix(
      int rows, int columns, double mean, double deviation, SplittableRandom random) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = mean + deviation * random.nextGaussian();
      }
    }
    return values;
  }

  /** Drawn inputs. */
  static List<Input> inputs(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Input> inputs = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      SpikeRaster raster = new SpikeRaster(STEPS, PRE);
      for (int t = 0; t < STEPS; t++) {
        for (int j = 0; j < PRE; j++) {
          if (random.nextDouble() < 0.1) {
            raster.set(t, j);
          }
        }
      }
      inputs.add(Input.of(raster));
    }
    return inputs;
  }
}
