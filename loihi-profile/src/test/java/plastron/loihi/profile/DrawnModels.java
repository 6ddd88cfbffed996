package plastron.loihi.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/** Random models in the chips' form, and random inputs. */
final class DrawnModels {

  private DrawnModels() {}

  /** Layers of one rule with random parameters; {@code sizes} starts with the input. */
  static PlasticModel model(String name, int interval, double eta, long seed, int... sizes) {
    SplittableRandom random = new SplittableRandom(seed);
    PlasticityRule rule = Catalogue.find(name).orElseThrow().build(RuleOptions.paper());
    ModelBuilder model = PlasticModel.named("random " + name).source("input", sizes[0]);
    for (int l = 1; l < sizes.length; l++) {
      int pres = sizes[l - 1];
      int posts = sizes[l];
      String to = "layer" + l;
      model
          .population(to, posts, new Neuron.Lif(1, Math.exp(-1 / 5.0), 0, Neuron.Reset.HARD, 0))
          .projection(
              l == 1 ? "input" : "layer" + (l - 1),
              to,
              p -> {
                p.named("into " + to).rule(rule).delivery(Delivery.ARRIVAL).latency(1);
                for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
                  p.set(symbol.name(), value(symbol, eta, random, pres, posts));
                }
              });
    }
    RateEstimator rates = RateEstimator.ExponentialTrace.matching(interval);
    return model.clock(new Clock(interval, rates, 0.5)).build();
  }

  /** The model with another neuron in all layers, made of what is there. */
  static PlasticModel with(PlasticModel model, UnaryOperator<Neuron> change) {
    List<Population> populations =
        model.graph().populations().stream()
            .map(
                p ->
                    p.neuron() instanceof Neuron.SpikeSource
                        ? p
                        : new Population(p.name(), p.size(), change.apply(p.neuron())))
            .toList();
    return model.with(model.graph().withPopulations(populations));
  }

  private static double[][] value(
      Symbol symbol, double eta, SplittableRandom random, int pres, int posts) {
    return switch (symbol.name()) {
      case "W" -> matrix(pres, posts, random, 0.6 / pres, 0.35 / Math.sqrt(pres));
      case "alpha" -> matrix(pres, posts, random, 0, 0.15 / Math.sqrt(pres));
      case "eta", "eta_e" -> new double[][] {{eta}};
      case "eta_phi" -> new double[][] {{0.2}};
      case "A_plus", "A_minus", "A2_plus", "A2_minus" -> new double[][] {{0.05 * eta}};
      case "A3_plus", "A3_minus" -> new double[][] {{0.02 * eta}};
      case "psi" -> matrix(1, pres, random, 0.1, 0.05);
      case "W_m", "W_n" -> matrix(posts, posts, random, 0, 1 / Math.sqrt(posts));
      default -> throw new IllegalArgumentException(symbol.name());
    };
  }

  private static double[][] matrix(
      int rows, int columns, SplittableRandom random, double mean, double deviation) {
    double[][] values = new double[rows][columns];
    for (double[] row : values) {
      for (int i = 0; i < columns; i++) {
        row[i] = mean + deviation * random.nextGaussian();
      }
    }
    return values;
  }

  /** Inputs whose neurons change their rates every 40 steps. */
  static List<SpikeRaster> inputs(int count, int steps, int neurons, long seed) {
    List<SpikeRaster> rasters = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (int n = 0; n < count; n++) {
      SpikeRaster raster = new SpikeRaster(steps, neurons);
      double[] rates = new double[neurons];
      for (int t = 0; t < steps; t++) {
        for (int j = 0; j < neurons; j++) {
          if (t % 40 == 0) {
            rates[j] = random.nextInt(3) == 0 ? 0.4 : 0.05;
          }
          if (random.nextDouble() < rates[j]) {
            raster.set(t, j);
          }
        }
      }
      rasters.add(raster);
    }
    return rasters;
  }
}
