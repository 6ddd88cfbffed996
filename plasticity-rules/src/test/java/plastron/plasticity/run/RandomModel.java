package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import plastron.core.encode.BernoulliCode;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;

/** Models with random numbers, and inputs for them. */
final class RandomModel {

  private RandomModel() {}

  /**
   * A model of spike response neurons of which every layer has the next of the named rules, and
   * some have another of them for recurrent synapses.
   */
  static LayeredModel of(Random random, List<String> rules, int... sizes) {
    List<PlasticLayer> layers = new ArrayList<>();
    for (int l = 0; l + 1 < sizes.length; l++) {
      double tau = 2 + random.nextDouble() * 8;
      PlasticLayer layer =
          layer(
              random,
              "layer" + (l + 1),
              random.nextBoolean() ? new Kernel.Exponential(tau) : new Kernel.Alpha(tau),
              Catalogue.find(rules.get(l % rules.size())).orElseThrow(),
              RuleOptions.paper().clippedAt(random.nextBoolean() ? 0.1 : 2),
              sizes[l],
              sizes[l + 1]);
      String own = rules.get(random.nextInt(rules.size()));
      layers.add(random.nextBoolean() ? layer : recurrent(random, layer, own));
    }
    int interval = 1 + random.nextInt(9);
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : RateEstimator.ExponentialTrace.matching(interval);
    // Not below 1: dp-oja is stable only while eta (1 + |x|^2) < 2, and would amplify rounding
    // errors otherwise.
    double reference = 1 + random.nextDouble();
    return new LayeredModel("random", sizes[0], layers, interval, rates, reference, Map.of());
  }

  private static PlasticLayer recurrent(Random random, PlasticLayer layer, String rule) {
    LayerSynapses drawn =
        layer(
                random,
                layer.name(),
                new Kernel.Exponential(1 + random.nextDouble() * 5),
                Catalogue.find(rule).orElseThrow(),
                layer.options(),
                layer.size(),
                layer.size())
            .feedforward();
    return layer.withRecurrent(
        new LayerSynapses(
            drawn.kernel(),
            drawn.delivery(),
            random.nextInt(3),
            drawn.family(),
            drawn.options(),
            drawn.parameters()));
  }

  static PlasticLayer layer(
      Random random,
      String name,
      Kernel kernel,
      RuleFamily family,
      RuleOptions options,
      int nPre,
      int nPost) {
    Neuron neuron = new Neuron.Srm(1, new Kernel.Exponential(1 + random.nextDouble() * 4), 1);
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : family.build(options).symbols(Role.PARAMETER)) {
      int from = count(symbol.axis().from(), nPre, nPost);
      int to = count(symbol.axis().to(), nPre, nPost);
      double[][] value = new double[from][to];
      for (double[] row : value) {
        for (int i = 0; i < to; i++) {
          row[i] =
              switch (symbol.name()) {
                case "W" -> (random.nextDouble() - 0.2) * 2 / Math.sqrt(nPre);
                case "eta", "eta_phi", "eta_e" -> 0.02 + random.nextDouble() * 0.13;
                default -> random.nextDouble() - 0.5;
              };
        }
      }
      parameters.put(symbol.name(), value);
    }
    return new PlasticLayer(
        name, nPost, neuron, kernel, Delivery.TRACE, 0, family, options, parameters);
  }

  private static int count(Dimension dimension, int nPre, int nPost) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> nPre;
      case POST -> nPost;
      case MODULATOR -> throw new IllegalArgumentException("no modulating layer here");
    };
  }

  static SpikeRaster input(Random random, int steps, int neurons, double probability) {
    double[] probabilities = new double[neurons];
    Arrays.fill(probabilities, probability);
    SpikeRaster input = new SpikeRaster(steps, neurons);
    BernoulliCode.encode(probabilities, input, 0, 0, steps, random);
    return input;
  }
}
