package plastron.tasks.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import plastron.core.network.DelayPlace;
import plastron.core.random.Seeds;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleFamily;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.initialise.Uniform;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.LayeredOutline;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.initialise.Orthogonal;
import plastron.tasks.cli.ProjectVersion;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.design.Streams;

/**
 * The network before training: inputs, hidden layers that may receive their own spikes, outputs,
 * random parameters.
 */
public final class InitialModel {

  /** What a model's provenance has the hash of its configuration under. */
  public static final String CONFIGURATION = "configuration";

  private final Configuration config;
  private final NetworkForm form;
  private final RuleFamily family;

  /** Draws for a configuration with a rule. */
  public InitialModel(Configuration config) {
    this.config = config;
    form = NetworkForm.of(config);
    family = Catalogue.find(config.get(RunSettings.RULE)).orElseThrow();
  }

  /**
   * Draws the model; the configuration's seed decides every number.
   *
   * @param task what the network is for, part of its name and provenance
   * @param inputs number of input neurons, at least 1
   * @param outputs number of output neurons, at least 1
   */
  public static LayeredModel draw(Configuration config, String task, int inputs, int outputs) {
    return new InitialModel(config).draw(task, inputs, outputs);
  }

  /**
   * The model that {@link #draw} draws, without its numbers.
   *
   * @param inputs number of input neurons, at least 1
   * @param outputs number of output neurons, at least 1
   */
  public static LayeredOutline outline(Configuration config, int inputs, int outputs) {
    return new InitialModel(config).outline(inputs, outputs);
  }

  private LayeredOutline outline(int inputs, int outputs) {
    List<Integer> hidden = config.counts(ModelSettings.HIDDEN);
    List<PlasticLayer> layers = new ArrayList<>();
    for (int l = 0; l < hidden.size(); l++) {
      // A single one has no number.
      String name = hidden.size() == 1 ? "hidden" : "hidden" + (l + 1);
      layers.add(recurrent(layer(name, hidden.get(l))));
    }
    layers.add(layer(DecisionNetwork.OUTPUT, outputs));
    return new LayeredOutline(inputs, layers, form.updateInterval());
  }

  private LayeredModel draw(String task, int inputs, int outputs) {
    LayeredOutline outline = outline(inputs, outputs);
    int[] sizes = outline.sizes();
    List<PlasticLayer> layers = new ArrayList<>();
    for (int l = 0; l < outline.layers().size(); l++) {
      PlasticLayer layer = outline.layers().get(l);
      List<LayerSynapses> projections = new ArrayList<>();
      for (int p = 0; p < layer.projections().size(); p++) {
        int pre = sizes[PlasticLayer.sender(l, p)];
        int stream = p == PlasticLayer.RECURRENT ? outline.layers().size() + l : l;
        projections.add(drawn(layer.projections().get(p), stream, pre, layer.size()));
      }
      layers.add(layer.withProjections(projections));
    }
    return new LayeredModel(
        task + "-" + family.name(),
        inputs,
        layers,
        outline.updateInterval(),
        form.rates(),
        config.get(ModelSettings.R_REF),
        provenance(config, task));
  }

  /** Where the numbers of a model come from. */
  public static Map<String, String> provenance(Configuration config, String task) {
    Map<String, String> provenance = new LinkedHashMap<>();
    provenance.put("plastron", ProjectVersion.text());
    provenance.put("task", task);
    provenance.put(CONFIGURATION, config.hash());
    provenance.put("seed", Long.toString(config.get(RunSettings.SEED)));
    return provenance;
  }

  /**
   * Streams of random numbers: one for each layer, then one for each hidden layer that receives
   * from itself, then that of the second pathway.
   */
  private boolean isRecurrent(int stream) {
    int hidden = config.counts(ModelSettings.HIDDEN).size();
    return stream > hidden && stream <= 2 * hidden;
  }

  /** The synapses from the input straight to the output, without numbers, if there are any. */
  static Optional<PlasticProjection> skip(Configuration config) {
    String rule = config.get(ModelSettings.SKIP);
    if (rule.equals(ModelSettings.NO_SKIP)) {
      return Optional.empty();
    }
    NetworkForm form = NetworkForm.of(config);
    return Optional.of(
        new PlasticProjection(
            "skip",
            LayeredModel.INPUT,
            DecisionNetwork.OUTPUT,
            form.kernel(),
            form.delivery(),
            DelayPlace.DENDRITE,
            form.latency(),
            Catalogue.find(rule).orElseThrow().build(options(config)),
            Map.of(),
            Map.of()));
  }

  /** The numbers of {@link #skip}. */
  static Map<String, double[][]> drawnSkip(
      Configuration config, PlasticProjection skip, int inputs, int outputs) {
    int stream = 2 * config.counts(ModelSettings.HIDDEN).size() + 1;
    return new InitialModel(config).parameters(skip.rule(), stream, inputs, outputs);
  }

  private PlasticLayer recurrent(PlasticLayer layer) {
    String rule = config.get(ModelSettings.RECURRENT);
    return rule.equals(ModelSettings.NO_RECURRENT)
        ? layer
        : layer.withRecurrent(
            projection(Catalogue.find(rule).orElseThrow(), Math.max(0, form.latency() - 1)));
  }

  private PlasticLayer layer(String name, int size) {
    return new PlasticLayer(
        name, size, form.neuron(), projection(family, form.latency()), Optional.empty());
  }

  /** Inside a cycle a spike acts a step later than its latency. */
  private LayerSynapses projection(RuleFamily rule, int latency) {
    return new LayerSynapses(
        form.kernel(), form.delivery(), latency, rule, options(config), Map.of());
  }

  /** How rules are built. */
  public static RuleOptions options(Configuration config) {
    return new RuleOptions(
        config.get(ModelSettings.E_CLIP),
        NetworkForm.alphaAxis(config),
        new ModulatorSource.OwnLayer());
  }

  private LayerSynapses drawn(LayerSynapses projection, int stream, int pre, int post) {
    return projection.withParameters(parameters(projection.rule(), stream, pre, post));
  }

  /**
   * Draws the parameters of a rule.
   *
   * @param stream which of the model's projections they are of
   * @param pre number of sending neurons
   * @param post number of receiving neurons
   */
  public Map<String, double[][]> parameters(PlasticityRule rule, int stream, int pre, int post) {
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    long seed = Seeds.of(config.get(RunSettings.SEED), Streams.INITIAL, stream);
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      // A generator of its own: a parameter's draw does not depend on which others the rule has.
      RandomGenerator own = new SplittableRandom(Seeds.then(seed, symbol.name().hashCode()));
      int rows = count(symbol.axis().from(), pre, post);
      int columns = count(symbol.axis().to(), pre, post);
      double[][] drawn = initialiser(symbol, stream, pre, post).draw(rows, columns, own);
      parameters.put(symbol.name(), drawn);
    }
    return parameters;
  }

  private static int count(Dimension dimension, int pre, int post) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST, MODULATOR -> post;
    };
  }

  /** How a parameter is drawn: as settings say, or else by what its symbol is. */
  Initialiser initialiser(Symbol parameter, int stream, int pre, int post) {
    return switch (parameter.name()) {
      case "W" ->
          drawn(
              ModelSettings.W_DRAW,
              // A layer that excites itself on average would never fall silent again.
              isRecurrent(stream) ? 0 : config.get(ModelSettings.W_MEAN) / pre,
              config.get(ModelSettings.W_GAIN) / Math.sqrt(pre));
      case "W_m", "W_n" ->
          drawn(ModelSettings.W_M_DRAW, 0, config.get(ModelSettings.W_M_GAIN) / Math.sqrt(post));
      case "alpha" ->
          new Normal(config.get(ModelSettings.ALPHA_MEAN), config.get(ModelSettings.ALPHA_SD));
      case "eta" -> new Constant(config.get(ModelSettings.ETA));
      case "eta_phi" -> new Constant(config.get(ModelSettings.ETA_PHI));
      case "eta_e" -> new Constant(config.get(ModelSettings.ETA_E));
      case "psi" -> new Constant(config.get(ModelSettings.PSI));
      default -> {
        boolean fromPre = parameter.axis().from() == Dimension.PRE;
        yield Initialiser.of(parameter, fromPre ? pre : post);
      }
    };
  }

  private Initialiser drawn(Setting.Choice draw, double mean, double deviation) {
    return switch (config.get(draw)) {
      case "normal" -> new Normal(mean, deviation);
      case "uniform" -> Uniform.around(mean, deviation);
      default -> new Orthogonal(mean, deviation);
    };
  }
}
