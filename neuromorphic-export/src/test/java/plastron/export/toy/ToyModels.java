package plastron.export.toy;

import java.util.ArrayList;
import java.util.Arrays;
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
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;

/** Small models with random numbers. */
public final class ToyModels {

  /** What the toy chip runs. */
  public static final Neuron.Lif LIF = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0);

  private ToyModels() {}

  /**
   * A model in the toy chip's form: inputs, then one layer a rule name, each of {@code size}
   * neurons.
   */
  public static PlasticModel inForm(int inputs, int size, String... rules) {
    return model(inputs, size, LIF, new Kernel.Exponential(3), Delivery.ARRIVAL, 1, rules);
  }

  /** A model of any form. */
  public static PlasticModel model(
      int inputs,
      int size,
      Neuron neuron,
      Kernel kernel,
      Delivery delivery,
      int latency,
      String... rules) {
    ModelBuilder model = PlasticModel.named("toy").source("input", inputs).updateEvery(8);
    Random random = new Random(7);
    String before = "input";
    int pre = inputs;
    for (int l = 0; l < rules.length; l++) {
      String from = before;
      String layer = "layer" + (l + 1);
      PlasticityRule rule = rule(rules[l], 2);
      Map<String, double[][]> parameters = parameters(rule, pre, size, random);
      model
          .population(layer, size, neuron)
          .projection(
              from,
              layer,
              p -> {
                p.named("into " + layer).rule(rule).kernel(kernel);
                p.delivery(rule.delivery(delivery)).latency(latency);
                parameters.forEach(p::set);
              });
      before = layer;
      pre = size;
    }
    return model.provenance("seed", "7").provenance("data", "none").build();
  }

  /** The model with recurrent synapses of a rule in every layer, as fast as can be. */
  public static PlasticModel recurrent(PlasticModel model, String name) {
    PlasticityRule rule = rule(name, 1);
    Random random = new Random(8);
    List<PlasticProjection> projections = new ArrayList<>();
    for (PlasticProjection into : model.graph().projections()) {
      String layer = into.to();
      int size = model.graph().population(layer).size();
      projections.add(into);
      projections.add(
          new PlasticProjection(
              "within " + layer,
              layer,
              layer,
              into.kernel(),
              rule.delivery(into.delivery()),
              into.place(),
              0,
              rule,
              Map.of(),
              parameters(rule, size, size, random)));
    }
    return model.withProjections(projections);
  }

  /** The model with another clock. */
  public static PlasticModel with(PlasticModel model, Clock clock) {
    PlasticGraph graph = model.graph();
    return model.with(
        new PlasticGraph(
            graph.populations(), graph.projections(), graph.drives(), graph.learned(), clock));
  }

  /** The model whose first projection has one number everywhere in a parameter. */
  public static PlasticModel filled(PlasticModel model, String parameter, double value) {
    List<PlasticProjection> projections = new ArrayList<>(model.graph().projections());
    PlasticProjection first = projections.getFirst();
    Map<String, double[][]> parameters = new LinkedHashMap<>(first.parameters());
    double[][] like = first.parameter(parameter);
    double[][] filled = new double[like.length][like[0].length];
    for (double[] row : filled) {
      Arrays.fill(row, value);
    }
    parameters.put(parameter, filled);
    projections.set(0, first.withParameters(parameters));
    return model.withProjections(projections);
  }

  private static PlasticityRule rule(String name, double clip) {
    return Catalogue.find(name).orElseThrow().build(RuleOptions.paper().clippedAt(clip));
  }

  private static Map<String, double[][]> parameters(
      PlasticityRule rule, int pre, int post, Random random) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
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
