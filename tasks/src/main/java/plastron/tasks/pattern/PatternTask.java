package plastron.tasks.pattern;

import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Responder;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.Task;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.design.Judge;
import plastron.tasks.design.NeuronGroup;
import plastron.tasks.design.Probe;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.model.DecisionNetwork;
import plastron.tasks.model.LayerChain;

/** Spike patterns as a configuration describes them, and a network that names them. */
final class PatternTask implements TaskDesign<Decision> {

  private final Configuration config;
  private final SpikePatterns.Shape shape;
  private final DecisionNetwork network;

  private PatternTask(Configuration config, SpikePatterns.Shape shape, DecisionNetwork network) {
    this.config = config;
    this.shape = shape;
    this.network = network;
  }

  /** The task of a configuration. */
  static PatternTask of(Configuration config) {
    SpikePatterns.Shape shape =
        new SpikePatterns.Shape(
            config.count(PatternTable.CLASSES),
            config.count(PatternTable.INPUTS),
            config.count(PatternTable.LENGTH),
            config.count(PatternTable.SPIKES),
            config.count(PatternTable.DELAY),
            config.count(PatternTable.ANSWER),
            config.get(PatternTable.JITTER),
            config.get(PatternTable.P_LOST),
            config.get(PatternTable.P_NOISE));
    return new PatternTask(
        config, shape, DecisionNetwork.of(config, shape.inputs(), shape.classes()));
  }

  @Override
  public PatternTask on(TaskNetwork other) {
    return new PatternTask(config, shape, new DecisionNetwork(config, other));
  }

  private SpikePatterns trials() {
    return new SpikePatterns(shape, config.get(RunSettings.SEED));
  }

  @Override
  public Task<Decision> task() {
    double gain = config.get(TrainingSettings.KAPPA);
    return new Task<>(trials(), new SpikeClassification(network.output(), gain));
  }

  @Override
  public int longestSteps() {
    return shape.steps();
  }

  @Override
  public PlasticGraph graph() {
    return network.graph();
  }

  @Override
  public PlasticModel initial() {
    return network.initial(trials());
  }

  @Override
  public List<Judge<Decision>> judges() {
    return List.of(DecisionNetwork.greedy(network.output()));
  }

  @Override
  public OptionalDouble chance() {
    return OptionalDouble.of(1.0 / shape.classes());
  }

  /** The first patterns. */
  @Override
  public List<Probe> probes(Supplier<RandomGenerator> random, Supplier<Responder> networks) {
    SpikePatterns trials = trials();
    return IntStream.range(0, Math.min(shape.classes(), 4))
        .mapToObj(
            c ->
                new Probe(
                    "pattern-" + c,
                    "pattern " + c,
                    trials.episode(c, random.get()).input(),
                    List.of()))
        .toList();
  }

  @Override
  public List<NeuronGroup> groups() {
    return IntStream.range(0, shape.classes())
        .mapToObj(c -> new NeuronGroup(LayerChain.OUTPUT, "pattern " + c, c, c + 1, false))
        .toList();
  }
}
