package plastron.tasks.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.core.network.DelayPlace;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;

/**
 * The network that settings describe: input, hidden layers that may receive their own spikes,
 * output, whose neurons may inhibit each other, and perhaps synapses from the input straight to the
 * output.
 */
public final class LayerChain {

  /** Name of the spike source. */
  public static final String INPUT = "input";

  /** Name of the output population. */
  public static final String OUTPUT = "output";

  private final Configuration config;
  private final NetworkForm form;
  private final Optional<String> signal;
  private final List<Population> populations = new ArrayList<>();
  private final List<PlasticProjection> projections = new ArrayList<>();
  private final Map<String, InitialModel.Start> starts = new HashMap<>();

  private LayerChain(Configuration config, Optional<String> signal) {
    this.config = config;
    this.signal = signal;
    form = NetworkForm.of(config);
  }

  /**
   * The network of a configuration.
   *
   * @param task what it is for, part of its name
   * @param inputs number of input neurons, at least 1
   * @param outputs number of output neurons, at least 1
   */
  public static InitialModel of(Configuration config, String task, int inputs, int outputs) {
    return of(config, task, inputs, outputs, Optional.empty());
  }

  /**
   * The same where a signal of the task, rather than each layer itself, modulates rules that are
   * modulated.
   *
   * @param signal its name, if there is one
   */
  public static InitialModel of(
      Configuration config, String task, int inputs, int outputs, Optional<String> signal) {
    return new LayerChain(config, signal).model(task, inputs, outputs);
  }

  /** Names of the hidden layers of a configuration; a single one has no number. */
  public static List<String> hidden(Configuration config) {
    int layers = config.counts(ModelSettings.HIDDEN).size();
    List<String> names = new ArrayList<>();
    for (int l = 1; l <= layers; l++) {
      names.add(layers == 1 ? "hidden" : "hidden" + l);
    }
    return names;
  }

  /**
   * Streams of random numbers: one for each layer, then one for each hidden layer that receives
   * from itself, then that of the second pathway, then that within the output.
   */
  private InitialModel model(String task, int inputs, int outputs) {
    String rule = config.get(RunSettings.RULE);
    populations.add(new Population(INPUT, inputs, new Neuron.SpikeSource()));
    List<String> hidden = hidden(config);
    int layers = hidden.size() + 1;
    for (int l = 0; l < hidden.size(); l++) {
      String name = hidden.get(l);
      layer(name, config.counts(ModelSettings.HIDDEN).get(l), rule, l);
      String recurrent = config.get(ModelSettings.RECURRENT);
      if (!recurrent.equals(ModelSettings.NO_RECURRENT)) {
        // Inside a cycle a spike acts a step later than its latency.
        int latency = Math.max(0, form.latency() - 1);
        project("within " + name, name, name, recurrent, latency, layers + l);
      }
    }
    layer(OUTPUT, outputs, rule, layers - 1);
    String skip = config.get(ModelSettings.SKIP);
    if (!skip.equals(ModelSettings.NO_SKIP)) {
      project("skip", INPUT, OUTPUT, skip, form.latency(), 2L * hidden.size() + 1);
    }
    double inhibition = config.get(ModelSettings.INHIBITION);
    if (inhibition > 0) {
      String name = "within " + OUTPUT;
      int latency = Math.max(0, form.latency() - 1);
      long stream = 2L * hidden.size() + 2;
      project(name, OUTPUT, OUTPUT, "static", latency, stream);
      starts.put(
          name, new InitialModel.Start(stream, 0, 0, Map.of("W", new Constant(-inhibition))));
    }
    PlasticGraph graph =
        new PlasticGraph(populations, projections, List.of(), List.of(), clock(config, form));
    return new InitialModel(config, task + "-" + rule, graph, starts);
  }

  private void layer(String name, int size, String rule, long stream) {
    String before = populations.getLast().name();
    populations.add(new Population(name, size, form.neuron()));
    project("into " + name, before, name, rule, form.latency(), stream);
  }

  private void project(String name, String from, String to, String rule, int latency, long stream) {
    RuleOptions options = InitialModel.options(config);
    if (signal.isPresent()) {
      options = options.modulatedBy(new ModulatorSource.ExternalScalar());
    }
    PlasticityRule built = Catalogue.find(rule).orElseThrow().build(options);
    Map<String, String> sources = new HashMap<>();
    for (Symbol external : built.symbols(Role.EXTERNAL)) {
      sources.put(external.name(), signal.orElseThrow());
    }
    projections.add(
        new PlasticProjection(
            name,
            from,
            to,
            form.kernel(),
            built.delivery(form.delivery()),
            DelayPlace.DENDRITE,
            latency,
            built,
            sources,
            Map.of()));
    starts.put(name, InitialModel.Start.of(config, stream, from.equals(to)));
  }

  /** When rules act in networks of a configuration. */
  public static Clock clock(Configuration config, NetworkForm form) {
    return new Clock(form.updateInterval(), form.rates(), config.get(ModelSettings.R_REF));
  }
}
