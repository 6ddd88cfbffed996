package plastron.spinnaker.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
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
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;

/** Random models in the form that SpiNNaker runs, and inputs for them. */
public final class SmallSpinnakerModels {

  static final int INTERVAL = 8;

  private SmallSpinnakerModels() {}

  /** All layers with this rule of the catalogue. */
  public static LayeredModel of(
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
  public static LayeredModel of(
      RuleFamily family,
      RuleOptions options,
      RateEstimator rates,
      double reference,
      long seed,
      int... sizes) {
    Random random = new Random(seed);
    List<PlasticLayer> layers = new ArrayList<>();
    for (int l = 0; l + 1 < sizes.length; l++) {
      layers.add(
          layer("layer" + (l + 1), family, options, random, reference, sizes[l], sizes[l + 1]));
    }
    return new LayeredModel("small", sizes[0], layers, INTERVAL, rates, reference, Map.of());
  }

  private static PlasticLayer layer(
      String name,
      RuleFamily family,
      RuleOptions options,
      Random random,
      double reference,
      int nPre,
      int nPost) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : family.build(options).symbols(Role.PARAMETER)) {
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
      parameters.put(symbol.name(), value);
    }
    Neuron neuron = new Neuron.Lif(1, Math.exp(-1 / 10.0), 0, Neuron.Reset.HARD, 0);
    return new PlasticLayer(
        name,
        nPost,
        neuron,
        new Kernel.Exponential(5),
        Delivery.ARRIVAL,
        1,
        family,
        options,
        parameters);
  }

  /** The same model with every layer changed. */
  static LayeredModel changed(LayeredModel model, UnaryOperator<PlasticLayer> change) {
    return new LayeredModel(
        model.name(),
        model.inputs(),
        model.layers().stream().map(change).toList(),
        model.updateInterval(),
        model.rates(),
        model.referenceRate(),
        model.provenance());
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
