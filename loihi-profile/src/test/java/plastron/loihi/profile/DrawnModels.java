package plastron.loihi.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;

/** Random models in the chips' form, and random inputs. */
final class DrawnModels {

  private DrawnModels() {}

  /** Layers of one rule with random parameters; {@code sizes} starts with the input. */
  static LayeredModel model(String rule, int interval, double eta, long seed, int... sizes) {
    SplittableRandom random = new SplittableRandom(seed);
    RuleFamily family = Catalogue.find(rule).orElseThrow();
    List<PlasticLayer> layers = new ArrayList<>();
    for (int l = 1; l < sizes.length; l++) {
      RuleOptions options = RuleOptions.paper();
      Map<String, double[][]> parameters = new HashMap<>();
      for (Symbol symbol : family.build(options).symbols(Role.PARAMETER)) {
        parameters.put(symbol.name(), value(symbol, eta, random, sizes[l - 1], sizes[l]));
      }
      layers.add(
          new PlasticLayer(
              "layer" + l,
              sizes[l],
              new Neuron.Lif(1, Math.exp(-1 / 5.0), 0, Neuron.Reset.HARD, 0),
              new Kernel.Exponential(5),
              Delivery.ARRIVAL,
              1,
              family,
              options,
              parameters));
    }
    return new LayeredModel(
        "random " + rule,
        sizes[0],
        layers,
        interval,
        RateEstimator.ExponentialTrace.matching(interval),
        0.5,
        Map.of());
  }

  private static double[][] value(
      Symbol symbol, double eta, SplittableRandom random, int pres, int posts) {
    return switch (symbol.name()) {
      case "W" -> matrix(pres, posts, random, 0.6 / pres, 0.35 / Math.sqrt(pres));
      case "alpha" -> matrix(pres, posts, random, 0, 0.15 / Math.sqrt(pres));
      case "eta", "eta_e" -> new double[][] {{eta}};
      case "eta_phi" -> new double[][] {{0.2}};
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
