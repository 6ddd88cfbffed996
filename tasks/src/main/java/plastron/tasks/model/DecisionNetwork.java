package plastron.tasks.model;

import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.objective.Choice;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.OpenSource;
import plastron.slayer.sweep.SweepOptions;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.design.Judge;
import plastron.tasks.design.TaskNetwork;

/**
 * A network for tasks that ask for a decision: it has an output neuron for each answer.
 *
 * @param config decides whether outputs are balanced
 * @param network with a population {@link LayerChain#OUTPUT}
 */
public record DecisionNetwork(Configuration config, TaskNetwork network) {

  /**
   * The one that settings describe.
   *
   * @param inputs number of input neurons, at least 1
   * @param outputs number of output neurons, at least 1
   */
  public static DecisionNetwork of(Configuration config, int inputs, int outputs) {
    return new DecisionNetwork(
        config, LayerChain.of(config, config.task().name(), inputs, outputs));
  }

  /** The network without its numbers. */
  public PlasticGraph graph() {
    return network.graph();
  }

  /** Index of the output population. */
  public int output() {
    return graph().index(LayerChain.OUTPUT);
  }

  /**
   * The network at the start, its outputs balanced if the settings say so.
   *
   * @param trials what outputs are balanced on
   */
  public PlasticModel initial(OpenSource<Decision> trials) {
    PlasticModel drawn = network.initial();
    if (!config.get(ModelSettings.BALANCE_OUTPUT)) {
      return drawn;
    }
    SweepOptions sweep = TrainingSetup.trainingSweep(config, Runtime.getRuntime().maxMemory());
    return OutputBalance.of(
        drawn,
        output(),
        network::drawsWeights,
        trials,
        TrainingSetup.precision(config),
        sweep.tape(),
        config.get(RunSettings.SEED));
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
