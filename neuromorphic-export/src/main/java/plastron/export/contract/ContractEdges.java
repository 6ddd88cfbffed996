package plastron.export.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.FormRule.Prediction;
import plastron.export.profile.HardwareForm;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/** Models of the grid that are made extreme in one way each, in a chip's network form. */
public final class ContractEdges {

  private static final double REFERENCE_RATE = 0.3;
  private static final double SMALL = 1e-3;
  private static final double HUGE = 1e3;

  /** Smaller than anything, and no zero. */
  private static final double VANISHING = 1e-307;

  private ContractEdges() {}

  /**
   * The cases of a chip, those of an edge side by side; their columns are the edge and the rule.
   */
  public static List<ContractCase> cases(HardwareForm form) {
    List<ContractCase> cases = new ArrayList<>();
    for (Edge edge : edges(form)) {
      for (FormRule rule : FormRule.all()) {
        if (isTaken(rule)) {
          cases.add(edge.of(rule, form));
        }
      }
    }
    return cases;
  }

  /** The simplest way to forget and the most entangled one. */
  private static boolean isTaken(FormRule rule) {
    return switch (rule.decay()) {
      case CONSTANT -> rule.prediction() == Prediction.NONE;
      case NONE -> rule.prediction() == Prediction.SUMMED;
      case POST_SQUARE -> false;
    };
  }

  /** A way to be extreme. */
  private record Edge(String name, BiFunction<FormRule, ContractCase, ContractCase> made) {
    Edge(String name, UnaryOperator<ContractCase> made) {
      this(name, (rule, usual) -> made.apply(usual));
    }

    ContractCase of(FormRule rule, HardwareForm form) {
      ContractCase usual =
          ContractGrid.tried(
              rule,
              REFERENCE_RATE,
              RateEstimator.ExponentialTrace.matching(ContractGrid.INTERVAL),
              form);
      ContractCase extreme = made.apply(rule, usual);
      return new ContractCase(
          name + ", " + rule.name(),
          List.of(name, rule.name()),
          extreme.model(),
          extreme.calibration(),
          extreme.fresh());
    }
  }

  private static List<Edge> edges(HardwareForm form) {
    Bounds rates = form.learningRates();
    Set<String> fixed = Set.of(FormRule.FIXED);
    Set<String> gain = Set.of(FormRule.GAIN);
    return List.of(
        new Edge("rates of learning 0", all(FormRule.RATES, rate -> 0)),
        new Edge("rates of learning 1e-307", all(FormRule.RATES, rate -> VANISHING)),
        new Edge("rates of learning half the least", all(FormRule.RATES, rate -> rates.low() / 2)),
        new Edge("rates of learning the least", all(FormRule.RATES, rate -> rates.low())),
        new Edge("rates of learning the greatest", all(FormRule.RATES, rate -> rates.high())),
        new Edge("rates of learning 1", all(FormRule.RATES, rate -> 1)),
        new Edge("alpha 0", all(gain, alpha -> 0)),
        new Edge("alpha 1e-307", all(gain, alpha -> VANISHING)),
        new Edge("alpha a thousandth", all(gain, alpha -> SMALL * alpha)),
        new Edge("alpha a thousandfold", all(gain, alpha -> HUGE * alpha)),
        new Edge("one alpha a thousandfold", first(FormRule.GAIN, alpha -> HUGE * alpha)),
        new Edge("fixed weights 0", all(fixed, weight -> 0)),
        new Edge("fixed weights a thousandth", all(fixed, weight -> SMALL * weight)),
        new Edge("fixed weights a thousandfold", all(fixed, weight -> HUGE * weight)),
        new Edge("one fixed weight a thousandfold", first(FormRule.FIXED, weight -> HUGE * weight)),
        new Edge("fixed weight in two terms", ContractEdges::inTwoTerms),
        new Edge("membrane below a step", membrane(VANISHING)),
        new Edge("membrane that keeps all", membrane(1)),
        new Edge("reference rate 0.001", reference(SMALL)),
        new Edge("reference rate 1000", reference(HUGE)),
        new Edge(
            "silent calibration", c -> c.withInputs(filled(c.calibration(), false), c.fresh())),
        new Edge(
            "calibration with one example",
            c -> c.withInputs(c.calibration().subList(0, 1), c.fresh())),
        new Edge(
            "calibration with eight examples",
            c -> c.withInputs(c.calibration().subList(0, 8), c.fresh())),
        new Edge("silent inputs", c -> c.withInputs(c.calibration(), filled(c.fresh(), false))),
        new Edge(
            "inputs that fire in every step",
            c -> c.withInputs(filled(c.calibration(), true), filled(c.fresh(), true))));
  }

  private static UnaryOperator<ContractCase> all(Set<String> names, DoubleUnaryOperator change) {
    return tried ->
        parameters(
            tried,
            (name, values) -> {
              for (double[] row : names.contains(name) ? values : new double[0][]) {
                for (int i = 0; i < row.length; i++) {
                  row[i] = change.applyAsDouble(row[i]);
                }
              }
            });
  }

  private static UnaryOperator<ContractCase> first(String which, DoubleUnaryOperator change) {
    return tried ->
        parameters(
            tried,
            (name, values) -> {
              if (name.equals(which)) {
                values[0][0] = change.applyAsDouble(values[0][0]);
              }
            });
  }

  private interface Change {
    void in(String name, double[][] values);
  }

  private static ContractCase parameters(ContractCase tried, Change change) {
    PlasticProjection synapses = synapses(tried);
    Map<String, double[][]> changed = new LinkedHashMap<>();
    for (String name : synapses.parameters().keySet()) {
      double[][] values = synapses.parameter(name).clone();
      for (int j = 0; j < values.length; j++) {
        values[j] = values[j].clone();
      }
      change.in(name, values);
      changed.put(name, values);
    }
    return with(tried, synapses.withParameters(changed));
  }

  private static ContractCase inTwoTerms(FormRule rule, ContractCase tried) {
    PlasticProjection halved =
        synapses(all(Set.of(FormRule.FIXED), weight -> weight / 2).apply(tried));
    Map<String, double[][]> parameters = new LinkedHashMap<>(halved.parameters());
    parameters.put(FormRule.SECOND, halved.parameter(FormRule.FIXED));
    return with(
        tried,
        new PlasticProjection(
            halved.name(),
            halved.from(),
            halved.to(),
            halved.kernel(),
            halved.delivery(),
            halved.place(),
            halved.latency(),
            rule.withSecondFixed().build(ContractGrid.OPTIONS),
            halved.sources(),
            parameters));
  }

  private static UnaryOperator<ContractCase> membrane(double decay) {
    return tried -> {
      PlasticGraph graph = tried.model().graph();
      List<Population> populations = new ArrayList<>(graph.populations());
      populations.replaceAll(
          p ->
              p.neuron() instanceof Neuron.Lif usual
                  ? new Population(
                      p.name(),
                      p.size(),
                      new Neuron.Lif(
                          usual.theta(),
                          Values.of(decay),
                          usual.bias(),
                          usual.reset(),
                          usual.refractorySteps()))
                  : p);
      return tried.withModel(tried.model().with(graph.withPopulations(populations)));
    };
  }

  private static UnaryOperator<ContractCase> reference(double rate) {
    return tried -> {
      PlasticGraph graph = tried.model().graph();
      Clock usual = graph.clock();
      Clock extreme = new Clock(usual.updateInterval(), usual.rates(), rate);
      return tried.withModel(
          tried
              .model()
              .with(
                  new PlasticGraph(
                      graph.populations(),
                      graph.projections(),
                      graph.drives(),
                      graph.learned(),
                      extreme)));
    };
  }

  private static List<Input> filled(List<Input> like, boolean fires) {
    return like.stream().map(input -> Input.of(filled(input.single(), fires))).toList();
  }

  private static SpikeRaster filled(SpikeRaster like, boolean fires) {
    SpikeRaster raster = new SpikeRaster(like.steps(), like.neurons());
    for (int t = 0; fires && t < raster.steps(); t++) {
      for (int j = 0; j < raster.neurons(); j++) {
        raster.set(t, j);
      }
    }
    return raster;
  }

  private static PlasticProjection synapses(ContractCase tried) {
    return tried.model().graph().projections().getFirst();
  }

  private static ContractCase with(ContractCase tried, PlasticProjection synapses) {
    return tried.withModel(tried.model().withProjections(List.of(synapses)));
  }
}
