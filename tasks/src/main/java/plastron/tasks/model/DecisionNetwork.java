package plastron.tasks.model;

import java.util.List;
import java.util.stream.Stream;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.objective.Choice;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.EpisodeSource;
import plastron.slayer.objective.Measure;
import plastron.slayer.sweep.SweepOptions;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Judge;

/**
 * The network of tasks that ask for a decision: inputs, hidden layers, an output neuron for each
 * answer.
 */
public final class DecisionNetwork {

  /** Name of the output population. */
  public static final String OUTPUT = "output";

  private final Configuration config;
  private final int inputs;
  private final PlasticGraph graph;

  /**
   * @param inputs number of input neurons, at least 1
   * @param outputs number of output neurons, at least 1
   */
  public DecisionNetwork(Configuration config, int inputs, int outputs) {
    this.config = config;
    this.inputs = inputs;
    PlasticGraph layers = InitialModel.outline(config, inputs, outputs).graph();
    graph =
        InitialModel.skip(config)
            .map(skip -> layers.with(and(layers.projections(), skip), layers.drives()))
            .orElse(layers);
  }

  /** The network without its numbers. */
  public PlasticGraph graph() {
    return graph;
  }

  /** Index of the output population. */
  public int output() {
    return graph.index(OUTPUT);
  }

  /**
   * The network at the start, its outputs balanced if the settings say so.
   *
   * @param trials what outputs are balanced on
   */
  public PlasticModel initial(EpisodeSource<Decision> trials) {
    String task = config.task().name();
    int outputs = graph.population(OUTPUT).size();
    PlasticModel layers = InitialModel.draw(config, task, inputs, outputs).model();
    PlasticModel drawn =
        InitialModel.skip(config)
            .map(skip -> skip.withParameters(InitialModel.drawnSkip(config, skip, inputs, outputs)))
            .map(skip -> layers.withProjections(and(layers.graph().projections(), skip)))
            .orElse(layers);
    if (!config.get(ModelSettings.BALANCE_OUTPUT)) {
      return drawn;
    }
    SweepOptions sweep = TrainingSetup.trainingSweep(config, Runtime.getRuntime().maxMemory());
    return OutputBalance.of(
        drawn,
        output(),
        trials,
        TrainingSetup.precision(config),
        sweep.tape(),
        config.get(RunSettings.SEED));
  }

  private static List<PlasticProjection> and(
      List<PlasticProjection> projections, PlasticProjection further) {
    return Stream.concat(projections.stream(), Stream.of(further)).toList();
  }

  /**
   * Always takes the output neuron with the highest rate.
   *
   * @param output index of the population
   */
  public static Judge<Decision> greedy(int output) {
    return new Judge<>(
        "accuracy",
        Measure.ACCURACY,
        "always the busier output neuron",
        (trial, observed, random) -> {
          double[] rates = trial.readout().rates(observed.spikes(output));
          return Choice.greedy(rates, random) == trial.label() ? 1 : 0;
        });
  }
}
