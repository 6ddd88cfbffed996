package plastron.tasks.bench.workload;

import java.util.List;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.Presets;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.model.LayerChain;
import plastron.tasks.model.TrainingSetup;

/**
 * The training that a workload stands for. Neuron, kernel, surrogate and rule settings are those of
 * the presets of cue association; the loss is cross-entropy on output counts.
 *
 * @param episodes drawn beforehand
 * @param plan what is trained
 */
public record WorkloadPlan(EpisodePool episodes, TrainingPlan plan) {

  /** Mean rate that the weights of all layers are scaled for, spikes per neuron and step. */
  public static final double RATE = 0.1;

  /** So small that the network, and with it what an iteration costs, stays the same. */
  public static final double LEARNING_RATE = 1e-9;

  private static final long SEED = 1;
  private static final long STREAM = 0;

  /**
   * Draws model and episodes; the same for the same workload.
   *
   * @param threads that will train, at least 1: their tapes share half of the memory, which changes
   *     no number
   * @throws BadInputException if some layer cannot be made to fire at about {@link #RATE}
   */
  public static WorkloadPlan of(Workload workload, int threads) {
    Configuration config =
        Presets.complete(
            List.of(
                ConfigLayer.of("workload", RunSettings.RULE, workload.rule()),
                ConfigLayer.of("workload", RunSettings.SEED, SEED),
                ConfigLayer.of(
                    "workload",
                    ModelSettings.HIDDEN,
                    workload.hidden().stream().map(Integer::longValue).toList()),
                ConfigLayer.of(
                    "workload", ModelSettings.UPDATE_INTERVAL, (long) workload.window())));
    SweepOptions options = TrainingSetup.sweep(config, Math.min(threads, workload.batch()));
    EpisodePool episodes = EpisodePool.of(workload, SEED, STREAM);
    PlasticModel drawn =
        LayerChain.of(config, "bench", workload.inputs(), workload.outputs()).initial();
    PlasticModel initial = RateBalance.of(drawn, episodes, options, RATE);
    return new WorkloadPlan(
        episodes,
        new TrainingPlan(
            initial,
            new Task<>(
                episodes,
                new SpikeClassification(
                    initial.graph().outputs()[0], config.get(TrainingSettings.KAPPA))),
            Optimiser.Kind.ADAM,
            new Schedule.Constant(LEARNING_RATE),
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            workload.batch(),
            options,
            Precision.FLOAT,
            SEED));
  }
}
