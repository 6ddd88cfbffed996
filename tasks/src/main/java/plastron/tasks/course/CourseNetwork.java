package plastron.tasks.course;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.DelayPlace;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.model.InitialModel;
import plastron.tasks.model.LayerChain;
import plastron.tasks.model.NetworkForm;

/**
 * Hidden layers with the run's rule, and a leaky integrator that reads the last of them and the
 * input, both through fixed weights.
 */
final class CourseNetwork {

  /** Name of the population of leaky integrators. */
  static final String READOUT = "readout";

  private static final String FIXED = "static";

  private final Configuration config;
  private final NetworkForm form;
  private final List<Population> populations = new ArrayList<>();
  private final List<PlasticProjection> projections = new ArrayList<>();
  private final Map<String, InitialModel.Start> starts = new HashMap<>();

  private CourseNetwork(Configuration config) {
    this.config = config;
    form = NetworkForm.of(config);
  }

  /**
   * The network of a configuration.
   *
   * @param inputs number of input neurons
   */
  static InitialModel of(Configuration config, int inputs) {
    return new CourseNetwork(config).model(inputs);
  }

  private InitialModel model(int inputs) {
    populations.add(new Population(LayerChain.INPUT, inputs, new Neuron.SpikeSource()));
    List<String> hidden = LayerChain.hidden(config);
    for (int l = 0; l < hidden.size(); l++) {
      String before = populations.getLast().name();
      populations.add(
          new Population(hidden.get(l), config.counts(ModelSettings.HIDDEN).get(l), form.neuron()));
      project(before, hidden.get(l), form.kernel(), config.get(RunSettings.RULE));
    }
    // The integrator smooths by itself.
    Kernel kernel = new Kernel.Delta();
    project(populations.getLast().name(), READOUT, kernel, FIXED);
    project(LayerChain.INPUT, READOUT, kernel, FIXED);
    double decay = Math.exp(-1 / config.get(ModelSettings.TAU_M));
    populations.add(
        new Population(READOUT, 1, new Neuron.LeakyIntegrator(Values.of(decay), Values.of(0))));
    return new InitialModel(
        config,
        config.task().name() + "-" + config.get(RunSettings.RULE),
        new PlasticGraph(
            populations, projections, List.of(), List.of(), LayerChain.clock(config, form)),
        starts);
  }

  private void project(String from, String to, Kernel kernel, String rule) {
    String name = from + "-" + to;
    PlasticityRule built = Catalogue.find(rule).orElseThrow().build(InitialModel.options(config));
    starts.put(name, InitialModel.Start.of(config, projections.size(), false));
    projections.add(
        new PlasticProjection(
            name,
            from,
            to,
            kernel,
            built.delivery(form.delivery()),
            DelayPlace.DENDRITE,
            form.latency(),
            built,
            Map.of(),
            Map.of()));
  }

  /**
   * A network at the start. Nothing is read yet: what would come out of random weights is further
   * from any target than 0.
   */
  static PlasticModel unread(TaskNetwork network) {
    PlasticModel drawn = network.initial();
    return drawn.withProjections(
        drawn.graph().projections().stream()
            .map(p -> p.to().equals(READOUT) && network.drawsWeights(p) ? unread(p) : p)
            .toList());
  }

  private static PlasticProjection unread(PlasticProjection projection) {
    double[][] weights = projection.parameter("W");
    double[][] zero = new double[weights.length][];
    for (int j = 0; j < zero.length; j++) {
      zero[j] = new double[weights[j].length];
    }
    Map<String, double[][]> parameters = new LinkedHashMap<>(projection.parameters());
    parameters.put("W", zero);
    return projection.withParameters(parameters);
  }
}
