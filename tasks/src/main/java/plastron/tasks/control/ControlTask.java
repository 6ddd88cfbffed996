package plastron.tasks.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import plastron.core.encode.PopulationCode;
import plastron.core.environment.Environment;
import plastron.core.environment.Space;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Task;
import plastron.slayer.policy.DiscountedReinforce;
import plastron.slayer.policy.EnvironmentEpisodes;
import plastron.slayer.policy.RatePolicy;
import plastron.slayer.policy.Trajectory;
import plastron.slayer.policy.TrajectoryMeasure;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.design.Judge;
import plastron.tasks.design.NeuronGroup;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.design.Terminals;
import plastron.tasks.model.DecisionNetwork;
import plastron.tasks.model.LayerChain;
import plastron.tasks.model.OutputBalance;
import plastron.tasks.model.TrainingSetup;

/** Acting in an environment as a configuration describes it, and a network that learns to. */
final class ControlTask implements TaskDesign<Trajectory> {

  /** An output neuron that fires in every step of half of the actions, and never in the others. */
  private static final double BUSIEST_OUTPUT = 0.5;

  private final Configuration config;
  private final Scene scene;
  private final PopulationCode code;
  private final DecisionNetwork network;

  /**
   * What is acted in.
   *
   * @param environments makes one
   * @param limit most actions of a trial
   * @param reward name of the signal that gives the last reward, if one does
   * @param measured the first is what training is watched by
   * @param chance what that is for one who acts at random, if known
   */
  record Scene(
      Supplier<Environment> environments,
      int limit,
      Optional<String> reward,
      List<TrajectoryMeasure> measured,
      OptionalDouble chance) {}

  private ControlTask(
      Configuration config, Scene scene, PopulationCode code, DecisionNetwork network) {
    this.config = config;
    this.scene = scene;
    this.code = code;
    this.network = network;
  }

  /**
   * The task of a configuration.
   *
   * @throws BadInputException if the environment is none for a policy over a few actions, or
   *     settings do not fit it
   */
  static ControlTask of(Configuration config, Scene scene) {
    try (Environment environment = scene.environments().get()) {
      if (!(environment.actions() instanceof Space.Discrete(int actions)) || actions < 2) {
        throw new BadInputException(
            "Environment (%s) must have a few actions to choose from, it takes %s."
                .formatted(environment.name(), environment.actions()));
      }
      PopulationCode code =
          new ObservationCode(config, environment.name()).of(environment.observations());
      return new ControlTask(
          config,
          scene,
          code,
          new DecisionNetwork(
              config,
              LayerChain.of(
                  config, config.task().name(), code.neurons(), actions, scene.reward())));
    }
  }

  @Override
  public ControlTask on(TaskNetwork other) {
    return new ControlTask(config, scene, code, new DecisionNetwork(config, other));
  }

  private RatePolicy policy() {
    return new RatePolicy(network.output(), config.get(TrainingSettings.KAPPA));
  }

  private int actionSteps() {
    int window = graph().clock().updateInterval();
    return Math.multiplyExact(window, config.count(ControlSettings.ACTION_WINDOWS));
  }

  private EnvironmentEpisodes episodes() {
    int steps = actionSteps();
    int read = Math.max(1, (int) Math.round(config.get(ControlSettings.READ) * steps));
    return new EnvironmentEpisodes(
        scene.environments(),
        code,
        policy(),
        new EnvironmentEpisodes.Timing(steps, steps - read, graph().clock().updateInterval()),
        scene.reward().filter(name -> graph().signals().containsKey(name)));
  }

  @Override
  public Task<Trajectory> task() {
    return new Task<>(
        episodes(),
        new DiscountedReinforce(
            policy(),
            config.get(ControlSettings.DISCOUNT),
            TrainingSetup.entropy(config),
            new RateBudget(
                OutputBalance.LOW, BUSIEST_OUTPUT, config.get(TrainingSettings.RATE_BUDGET)),
            scene.measured()));
  }

  @Override
  public int longestSteps() {
    return (int) Math.min(Integer.MAX_VALUE, (long) scene.limit() * actionSteps());
  }

  @Override
  public PlasticGraph graph() {
    return network.graph();
  }

  @Override
  public Terminals terminals() {
    return Terminals.of(graph()).withSignals(scene.reward().stream().toList());
  }

  /** Outputs are balanced on what is observed where actions are drawn at random. */
  @Override
  public PlasticModel initial() {
    EnvironmentEpisodes episodes = episodes();
    int[] sizes = graph().sizes();
    return network.initial(
        random -> {
          Trajectory walk = episodes.episode(random, EnvironmentEpisodes.silent(sizes));
          return new Decision(walk.input(), new ReadoutSteps(0, walk.input().steps()), -1);
        });
  }

  @Override
  public List<Judge<Trajectory>> judges() {
    List<Judge<Trajectory>> judges = new ArrayList<>();
    double least = config.get(ControlSettings.SOLVED);
    judges.add(
        new Judge<>(
            "solved",
            new Measure("solved", Measure.Scale.SHARE, Measure.Direction.HIGHER),
            "rewards add up to %s or more".formatted(least),
            (trial, observed, random) -> trial.rewards() >= least ? 1 : 0));
    for (TrajectoryMeasure one : scene.measured()) {
      judges.add(
          new Judge<>(
              one.measure().name(),
              one.measure(),
              one.meaning(),
              (trial, observed, random) -> one.value().applyAsDouble(trial)));
    }
    return judges;
  }

  @Override
  public OptionalDouble chance() {
    return scene.chance();
  }

  @Override
  public List<NeuronGroup> groups() {
    List<NeuronGroup> groups = new ArrayList<>();
    int actions = graph().population(LayerChain.OUTPUT).size();
    for (int k = 0; k < actions; k++) {
      groups.add(new NeuronGroup(LayerChain.OUTPUT, "action " + k, k, k + 1, false));
    }
    return groups;
  }
}
