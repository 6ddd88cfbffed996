package plastron.spinnaker.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

/** Random models in the form that SpiNNaker runs, and inputs for them. */
public final class SmallSpinnakerModels {

  static final int INTERVAL = 8;

  private SmallSpinnakerModels() {}

  /** All layers with this rule of the catalogue. */
  public static PlasticModel of(
      String rule, RateEstimator rates, double reference, long seed, int... sizes) {
    return of(
        Catalogue.find(rule).orElseThrow(),
        RuleOptions.paper().clippedAt(2),
        rates,
        reference,
        seed,
        sizes);
  }

  /** All layers with this rule. */
  public static PlasticModel of(
      RuleFamily family,
      RuleOptions options,
      RateEstimator rates,
      double reference,
      long seed,
      int... sizes) {
    Random random = new Random(seed);
    PlasticityRule rule = family.build(options);
    ModelBuilder model = PlasticModel.named("small").source("input", sizes[0]);
    for (int l = 1; l < sizes.length; l++) {
      int nPre = sizes[l - 1];
      int nPost = sizes[l];
      String to = "layer" + l;
      model
          .population(to, nPost, new Neuron.Lif(1, Math.exp(-1 / 10.0), 0, Neuron.Reset.HARD, 0))
          .projection(
              name(l - 1),
              to,
              p -> {
                p.named("into " + to).rule(rule).delivery(Delivery.ARRIVAL).latency(1);
                for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
                  p.set(symbol.name(), value(symbol, random, reference, nPre, nPost));
                }
                options
                    .modulator()
                    .fromPopulation()
                    .ifPresent(population -> p.source("m", name(population)));
              });
    }
    return model.clock(new Clock(INTERVAL, rates, reference)).build();
  }

  private static String name(int population) {
    return population == 0 ? "input" : "layer" + population;
  }

  private static double[][] value(
      Symbol symbol, Random random, double reference, int nPre, int nPost) {
    double[][] value =
        new double[count(symbol.axis().from(), nPre, nPost)]
            [count(symbol.axis().to(), nPre, nPost)];
    for (double[] row : value) {
      for (int j = 0; j < row.length; j++) {
        row[j] =
            switch (symbol.name()) {
              case "W", "fixed" -> (2.0 + 4 * random.nextGaussian()) / (10 * Math.sqrt(nPre));
              case "alpha", "gain" -> 0.1 * random.nextGaussian();
              case "eta", "speed" -> 0.05 * Math.min(1, reference * reference * 4);
              case "eta_phi", "eta_e", "slope_speed", "level_speed" -> 0.1;
              case "psi", "offset" -> 0.05 * random.nextGaussian() / reference;
              case "W_m", "W_n", "mixing" -> random.nextGaussian() / Math.sqrt(nPost);
              default -> throw new IllegalArgumentException(symbol.name());
            };
      }
    }
    return value;
  }

  /** The same model with every projection changed. */
  static PlasticModel changed(PlasticModel model, UnaryOperator<PlasticProjection> change) {
    return model.withProjections(model.graph().projections().stream().map(change).toList());
  }

  /** The same model with other neurons in every layer. */
  static PlasticModel with(PlasticModel model, Neuron neuron) {
    List<Population> populations = new ArrayList<>(model.graph().populations());
    for (int p : model.graph().computing()) {
      populations.set(
          p, new Population(populations.get(p).name(), populations.get(p).size(), neuron));
    }
    return model.with(model.graph().withPopulations(populations));
  }

  private static int count(Dimension dimension, int nPre, int nPost) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> nPre;
      case POST, MODULATOR -> nPost;
    };
  }

  /** Some neurons at a time fire more, so that rates differ between neurons and windows. */
  public static SpikeRaster input(long seed, int steps, int neurons) {
    Random random = new Random(seed);
    SpikeRaster raster = new SpikeRaster(steps, neurons);
    for (int t = 0; t < steps; t++) {
      int active = (t / 32) % 4;
      for (int n = 0; n < neurons; n++) {
        if (random.nextDouble() < (n % 4 == active ? 0.3 : 0.03)) {
          raster.set(t, n);
        }
      }
    }
    return raster;
  }
}
