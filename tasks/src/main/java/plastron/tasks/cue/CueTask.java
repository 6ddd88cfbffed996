package plastron.tasks.cue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Reinforce;
import plastron.slayer.objective.Responder;
import plastron.slayer.objective.Task;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.design.Judge;
import plastron.tasks.design.NeuronGroup;
import plastron.tasks.design.Probe;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.model.DecisionNetwork;
import plastron.tasks.model.LayerChain;
import plastron.tasks.model.OutputBalance;
import plastron.tasks.model.TrainingSetup;

/** Cue association as a configuration describes it, and a network that learns it by reward. */
public final class CueTask implements TaskDesign<Decision> {

  /** An output neuron that fires in every step of half of the trials, and never in the others. */
  private static final double BUSIEST_OUTPUT = 0.5;

  private static final List<String> GROUPS = List.of("right cue", "left cue", "decision", "noise");

  private final Configuration config;
  private final CueAssociation trials;
  private final DecisionNetwork network;

  private CueTask(Configuration config, CueAssociation trials, DecisionNetwork network) {
    this.config = config;
    this.trials = trials;
    this.network = network;
  }

  /** The task of a configuration. */
  public static CueTask of(Configuration config) {
    CueSettings settings = settings(config);
    return new CueTask(
        config,
        new CueAssociation(settings),
        DecisionNetwork.of(config, settings.inputs(), settings.outputs()));
  }

  @Override
  public CueTask on(TaskNetwork other) {
    return new CueTask(config, trials, new DecisionNetwork(config, other));
  }

  private static CueSettings settings(Configuration config) {
    CueTiming timing =
        new CueTiming(
            config.count(CueTable.CUES),
            config.count(CueTable.CUE_ON),
            config.count(CueTable.CUE_OFF),
            config.count(CueTable.DELAY),
            0,
            config.count(CueTable.DECISION));
    CueNoise noise =
        new CueNoise(
            config.get(CueTable.P_CUE),
            config.get(CueTable.P_BACKGROUND),
            config.get(CueTable.P_NOISE));
    return new CueSettings(
        config.get(CueTable.VARIABLE_DELAY) ? timing.withVariableDelay() : timing,
        noise,
        config.get(CueTable.MAJORITY),
        config.count(CueTable.GROUP_SIZE));
  }

  /** The trials. */
  public CueAssociation trials() {
    return trials;
  }

  /** What training strives for. */
  private Reinforce objective() {
    return new Reinforce(
        network.output(),
        config.get(TrainingSettings.KAPPA),
        TrainingSetup.entropy(config),
        // Outputs stay about where the balance put them.
        new RateBudget(
            OutputBalance.LOW, BUSIEST_OUTPUT, config.get(TrainingSettings.RATE_BUDGET)));
  }

  @Override
  public Task<Decision> task() {
    return new Task<>(trials, objective());
  }

  @Override
  public int longestSteps() {
    return trials.settings().timing().longestSteps();
  }

  @Override
  public PlasticGraph graph() {
    return network.graph();
  }

  @Override
  public PlasticModel initial() {
    return network.initial(trials);
  }

  @Override
  public List<Judge<Decision>> judges() {
    IdealObserver observer = new IdealObserver(trials.settings());
    Reinforce objective = objective();
    return List.of(
        DecisionNetwork.greedy(network.output()),
        new Judge<>(
            "sampled",
            Measure.ACCURACY,
            "the action is drawn, as in training",
            (trial, observed, random) -> objective.judge(trial, observed, random).measures()[0]),
        new Judge<>(
            "ideal",
            Measure.ACCURACY,
            "Bayes' rule on the same spikes",
            (trial, observed, random) -> observer.answer(trial, random) == trial.label() ? 1 : 0),
        new Judge<>(
            "counted",
            Measure.ACCURACY,
            "more spikes before the decision",
            (trial, observed, random) -> observer.counted(trial, random) == trial.label() ? 1 : 0));
  }

  @Override
  public OptionalDouble chance() {
    return OptionalDouble.of(1.0 / trials.settings().outputs());
  }

  @Override
  public List<Probe> probes(Supplier<RandomGenerator> random, Supplier<Responder> networks) {
    List<Probe> probes = new ArrayList<>();
    for (CueProbe probe : CueProbe.values()) {
      String name = probe.name().toLowerCase(Locale.ROOT).replace('_', '-');
      probes.add(
          new Probe(
              name,
              "cues: " + name.replace('-', ' '),
              probe.episode(trials, random.get()).input(),
              List.of()));
    }
    return probes;
  }

  @Override
  public List<NeuronGroup> groups() {
    List<NeuronGroup> groups = new ArrayList<>();
    int size = trials.settings().groupSize();
    for (int g = 0; g < GROUPS.size(); g++) {
      String name = GROUPS.get(g);
      groups.add(
          new NeuronGroup(LayerChain.INPUT, name, g * size, (g + 1) * size, name.equals("noise")));
    }
    for (Side side : List.of(Side.RIGHT, Side.LEFT)) {
      groups.add(
          new NeuronGroup(
              LayerChain.OUTPUT,
              side.name().toLowerCase(Locale.ROOT),
              side.label(),
              side.label() + 1,
              false));
    }
    return groups;
  }
}
