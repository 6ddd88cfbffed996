package plastron.tasks.course;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.DelayPlace;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.model.InitialModel;
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
  private final PlasticGraph graph;

  /**
   * @param inputs number of input neurons
   */
  CourseNetwork(Configuration config, int inputs) {
    this.config = config;
    form = NetworkForm.of(config);
    List<Population> populations = new ArrayList<>();
    List<PlasticProjection> projections = new ArrayList<>();
    populations.add(new Population(LayeredModel.INPUT, inputs, new Neuron.SpikeSource()));
    List<Integer> hidden = config.counts(ModelSettings.HIDDEN);
    for (int l = 0; l < hidden.size(); l++) {
      String name = hidden.size() == 1 ? "hidden" : "hidden" + (l + 1);
      String before = populations.getLast().name();
      populations.add(new Population(name, hidden.get(l), form.neuron()));
      projections.add(projection(before, name, form.kernel(), config.get(RunSettings.RULE)));
    }
    // The integrator smooths by itself.
    Kernel kernel = new Kernel.Delta();
    projections.add(projection(populations.getLast().name(), READOUT, kernel, FIXED));
    projections.add(projection(LayeredModel.INPUT, READOUT, kernel, FIXED));
    double decay = Math.exp(-1 / config.get(ModelSettings.TAU_M));
    populations.add(
        new Population(READOUT, 1, new Neuron.LeakyIntegrator(Values.of(decay), Values.of(0))));
    Clock clock = new Clock(form.updateInterval(), form.rates(), config.get(ModelSettings.R_REF));
    graph = new PlasticGraph(populations, projections, List.of(), List.of(), clock);
  }

  private PlasticProjection projection(String from, String to, Kernel kernel, String rule) {
    PlasticityRule built = family(rule).build(InitialModel.options(config));
    return new PlasticProjection(
        from + "-" + to,
        from,
        to,
        kernel,
        form.delivery(),
        DelayPlace.DENDRITE,
        form.latency(),
        built,
        sources(built, to),
        Map.of());
  }

  private static RuleFamily family(String rule) {
    return Catalogue.find(rule).orElseThrow();
  }

  /** A rule is modulated by the neurons that it acts on. */
  private static Map<String, String> sources(PlasticityRule rule, String own) {
    Map<String, String> sources = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.ACTIVITY)) {
      if (symbol.axis() == Axis.MODULATOR) {
        sources.put(symbol.name(), own);
      }
    }
    return sources;
  }

  PlasticGraph graph() {
    return graph;
  }

  /** Index of the population of leaky integrators. */
  int readout() {
    return graph.index(READOUT);
  }

  /**
   * The network at the start; the settings decide every number. Nothing is read yet: what would
   * come out of random weights is further from any target than 0.
   */
  PlasticModel initial() {
    InitialModel draws = new InitialModel(config);
    List<PlasticProjection> drawn = new ArrayList<>();
    for (PlasticProjection projection : graph.projections()) {
      int pre = graph.population(projection.from()).size();
      int post = graph.population(projection.to()).size();
      Map<String, double[][]> parameters =
          projection.to().equals(READOUT)
              ? Map.of("W", new double[pre][post])
              : draws.parameters(projection.rule(), drawn.size(), pre, post);
      drawn.add(projection.withParameters(parameters));
    }
    return new PlasticModel(
        config.task().name() + "-" + config.get(RunSettings.RULE),
        graph.with(drawn, List.of()),
        InitialModel.provenance(config, config.task().name()));
  }
}
