package plastron.export.toy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;

/** Small models with random numbers. */
public final class ToyModels {

  /** What the toy chip runs. */
  public static final Neuron.Lif LIF = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0);

  private ToyModels() {}

  /**
   * A model in the toy chip's form: inputs, then one layer a rule name, each of {@code size}
   * neurons.
   */
  public static LayeredModel inForm(int inputs, int size, String... rules) {
    return model(inputs, size, LIF, new Kernel.Exponential(3), Delivery.ARRIVAL, 1, rules);
  }

  /** A model of any form. */
  public static LayeredModel model(
      int inputs,
      int size,
      Neuron neuron,
      Kernel kernel,
      Delivery delivery,
      int latency,
      String... rules) {
    List<PlasticLayer> layers = new ArrayList<>();
    Random random = new Random(7);
    int pre = inputs;
    for (String rule : rules) {
      RuleFamily family = Catalogue.find(rule).orElseThrow();
      RuleOptions options = RuleOptions.paper().clippedAt(2);
      layers.add(
          new PlasticLayer(
              "layer" + (layers.size() + 1),
              size,
              neuron,
              kernel,
              delivery,
              latency,
              family,
              options,
              parameters(family, options, pre, size, random)));
      pre = size;
    }
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("seed", "7");
    provenance.put("data", "none");
    return new LayeredModel("toy", inputs, layers, 8, new RateEstimator.Boxcar(), 1, provenance);
  }

  /** The model with recurrent synapses of a rule in every layer, as fast as can be. */
  public static LayeredModel recurrent(LayeredModel model, String rule) {
    RuleFamily family = Catalogue.find(rule).orElseThrow();
    Random random = new Random(8);
    List<PlasticLayer> layers = new ArrayList<>();
    for (PlasticLayer layer : model.layers()) {
      RuleOptions options = RuleOptions.paper().clippedAt(1);
      layers.add(
          layer.withRecurrent(
              new LayerSynapses(
                  layer.kernel(),
                  layer.delivery(),
                  0,
                  family,
                  options,
                  parameters(family, options, layer.size(), layer.size(), random))));
    }
    return model.withLayers(layers);
  }

  private static Map<String, double[][]> parameters(
      RuleFamily family, RuleOptions options, int pre, int post, Random random) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : family.build(options).symbols(Role.PARAMETER)) {
      double[][] values =
          new double[count(symbol.axis().from(), pre, post)][count(symbol.axis().to(), pre, post)];
      for (double[] row : values) {
        for (int i = 0; i < row.length; i++) {
          row[i] = symbol.axis() == Axis.GLOBAL ? 0.1 : random.nextGaussian(0.1, 0.3);
        }
      }
      parameters.put(symbol.name(), values);
    }
    return parameters;
  }

  private static int count(Dimension dimension, int pre, int post) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> throw new IllegalArgumentException("Toy models have no modulating layer.");
    };
  }

  /** Random spikes with this probability for every neuron and step. */
  public static SpikeRaster noise(int steps, int neurons, double probability, long seed) {
    SpikeRaster raster = new SpikeRaster(steps, neurons);
    Random random = new Random(seed);
    for (int t = 0; t < steps; t++) {
      for (int n = 0; n < neurons; n++) {
        if (random.nextDouble() < probability) {
          raster.set(t, n);
        }
      }
    }
    return raster;
  }
}
