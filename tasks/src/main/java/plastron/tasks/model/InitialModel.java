package plastron.tasks.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import plastron.core.random.Seeds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.initialise.Uniform;
import plastron.plasticity.model.ParameterShape;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.module.RateModule;
import plastron.slayer.initialise.Orthogonal;
import plastron.tasks.cli.ProjectVersion;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Streams;
import plastron.tasks.design.TaskNetwork;

/**
 * A network before training: a graph, and how the parameters of its rules are drawn.
 *
 * @param config decides every number
 * @param name of the model
 * @param graph without numbers
 * @param starts what projections start from
 */
public record InitialModel(
    Configuration config, String name, PlasticGraph graph, Map<String, Start> starts)
    implements TaskNetwork {

  /** What a model's provenance has the hash of its configuration under. */
  public static final String CONFIGURATION = "configuration";

  /** Stream of random numbers of all modules, which no projection has. */
  private static final long MODULES = 1L << 33;

  public InitialModel {
    starts = Map.copyOf(starts);
  }

  /**
   * What a projection starts from.
   *
   * @param stream of random numbers, one that no other projection of the network has
   * @param wMean mean of {@code W} times the number of inputs
   * @param wGain deviation of {@code W} times the root of the number of inputs
   * @param given initialisers of parameters that settings do not decide, by name
   */
  public record Start(long stream, double wMean, double wGain, Map<String, Initialiser> given) {

    public Start {
      given = Map.copyOf(given);
    }

    /**
     * As settings say.
     *
     * @param within whether the synapses lead back to the population that they come from
     */
    public static Start of(Configuration config, long stream, boolean within) {
      // What excites itself on average would never fall silent again.
      double mean = within ? 0 : config.get(ModelSettings.W_MEAN);
      return new Start(stream, mean, config.get(ModelSettings.W_GAIN), Map.of());
    }
  }

  @Override
  public boolean drawsWeights(PlasticProjection projection) {
    return !start(projection).given().containsKey("W");
  }

  /** Draws the model. */
  @Override
  public PlasticModel initial() {
    List<PlasticProjection> drawn = new ArrayList<>();
    for (PlasticProjection projection : graph.projections()) {
      drawn.add(projection.withParameters(parameters(projection)));
    }
    long seed = Seeds.of(config.get(RunSettings.SEED), Streams.INITIAL, MODULES);
    List<RateModule> modules =
        graph.modules().stream().map(module -> module.drawn(Map.of(), seed)).toList();
    return new PlasticModel(
        name,
        graph.with(drawn, graph.drives()).withModules(modules),
        provenance(config, config.task().name()));
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

  /** How rules are built that are modulated, if at all, by the neurons that they act on. */
  public static RuleOptions options(Configuration config) {
    return new RuleOptions(
        config.get(ModelSettings.E_CLIP),
        NetworkForm.alphaAxis(config),
        new ModulatorSource.OwnLayer());
  }

  private Start start(PlasticProjection projection) {
    Start start = starts.get(projection.name());
    if (start == null) {
      throw new IllegalStateException("Projection %s has no start.".formatted(projection.name()));
    }
    return start;
  }

  private Map<String, double[][]> parameters(PlasticProjection projection) {
    Start start = start(projection);
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    long seed = Seeds.of(config.get(RunSettings.SEED), Streams.INITIAL, start.stream());
    for (Symbol symbol : projection.rule().symbols(Role.PARAMETER)) {
      // A generator of its own: a parameter's draw does not depend on which others the rule has.
      SplittableRandom own = new SplittableRandom(Seeds.then(seed, symbol.name().hashCode()));
      ParameterShape shape = ParameterShape.of(graph, projection, symbol);
      Initialiser given = start.given().get(symbol.name());
      Initialiser drawn =
          given == null ? initialiser(config, symbol, start, shape.inputs()) : given;
      parameters.put(symbol.name(), shape.draw(drawn, own));
    }
    return parameters;
  }

  /**
   * How a parameter is drawn: as settings say, or else by what its symbol is.
   *
   * @param inputs how many numbers one neuron sums over
   */
  static Initialiser initialiser(
      Configuration config, Symbol parameter, Start start, double inputs) {
    double root = Math.sqrt(Math.max(1, inputs));
    return switch (parameter.name()) {
      case "W" ->
          drawn(
              config.get(ModelSettings.W_DRAW),
              start.wMean() / Math.max(1, inputs),
              start.wGain() / root);
      case "W_m", "W_n" ->
          drawn(config.get(ModelSettings.W_M_DRAW), 0, config.get(ModelSettings.W_M_GAIN) / root);
      case "alpha" ->
          new Normal(config.get(ModelSettings.ALPHA_MEAN), config.get(ModelSettings.ALPHA_SD));
      case "eta" -> new Constant(config.get(ModelSettings.ETA));
      case "eta_phi" -> new Constant(config.get(ModelSettings.ETA_PHI));
      case "eta_e" -> new Constant(config.get(ModelSettings.ETA_E));
      case "A_plus", "A_minus", "A2_plus", "A2_minus" ->
          new Constant(config.get(ModelSettings.AMPLITUDE));
      case "A3_plus", "A3_minus" -> new Constant(config.get(ModelSettings.AMPLITUDE_TRIPLET));
      case "psi" -> new Constant(config.get(ModelSettings.PSI));
      default -> Initialiser.of(parameter, inputs);
    };
  }

  private static Initialiser drawn(String draw, double mean, double deviation) {
    return switch (draw) {
      case "normal" -> new Normal(mean, deviation);
      case "uniform" -> Uniform.around(mean, deviation);
      default -> new Orthogonal(mean, deviation);
    };
  }
}
