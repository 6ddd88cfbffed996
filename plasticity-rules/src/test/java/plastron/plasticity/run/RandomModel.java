package plastron.plasticity.run;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import plastron.core.encode.BernoulliCode;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/** Models with random numbers, and inputs for them. */
final class RandomModel {

  private RandomModel() {}

  /**
   * A chain of spike response neurons of which every layer has the next of the named rules, and
   * some have another of them for recurrent synapses.
   */
  static PlasticModel of(Random random, List<String> rules, int... sizes) {
    ModelBuilder model = PlasticModel.named("random").source("layer0", sizes[0]);
    for (int l = 1; l < sizes.length; l++) {
      int pre = sizes[l - 1];
      int post = sizes[l];
      String layer = "layer" + l;
      RuleOptions options = RuleOptions.paper().clippedAt(random.nextBoolean() ? 0.1 : 2);
      PlasticityRule rule = rule(rules.get((l - 1) % rules.size()), options);
      model
          .population(layer, post, neuron(random))
          .projection(
              "layer" + (l - 1),
              layer,
              p -> synapses(p.kernel(kernel(random)), rule, pre, post, random));
      PlasticityRule own = rule(rules.get(random.nextInt(rules.size())), options);
      if (random.nextBoolean()) {
        model.projection(
            layer,
            layer,
            p ->
                synapses(
                    p.kernel(kernel(random)).latency(random.nextInt(3)), own, post, post, random));
      }
    }
    int interval = 1 + random.nextInt(9);
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : RateEstimator.ExponentialTrace.matching(interval);
    // Not below 1: dp-oja is stable only while eta (1 + |x|^2) < 2, and would amplify rounding
    // errors otherwise.
    double reference = 1 + random.nextDouble();
    return model.clock(new Clock(interval, rates, reference)).build();
  }

  private static Kernel kernel(Random random) {
    double tau = 2 + random.nextDouble() * 8;
    return random.nextBoolean() ? new Kernel.Exponential(tau) : new Kernel.Alpha(tau);
  }

  static Neuron neuron(Random random) {
    return new Neuron.Srm(1, new Kernel.Exponential(1 + random.nextDouble() * 4), 1);
  }

  static PlasticityRule rule(String name, RuleOptions options) {
    return Catalogue.find(name).orElseThrow().build(options);
  }

  /** Gives a projection a rule with random parameters; signals have the names of their symbols. */
  static void synapses(
      ProjectionBuilder projection, PlasticityRule rule, int nPre, int nPost, Random random) {
    projection.rule(rule);
    rule.symbols(Role.EXTERNAL).forEach(s -> projection.source(s.name(), s.name()));
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      int to = count(symbol.axis().to(), nPre, nPost);
      double[][] value = new double[count(symbol.axis().from(), nPre, nPost)][to];
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
      projection.set(symbol.name(), value);
    }
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
