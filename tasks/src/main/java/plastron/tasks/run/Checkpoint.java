package plastron.tasks.run;

import plastron.plasticity.model.PlasticModel;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.train.TrainerState;
import plastron.slayer.train.TrainingOutline;
import plastron.slayer.train.TrainingPlan;

/**
 * Everything that the rest of a run depends on, besides its configuration.
 *
 * @param version of the program that wrote it
 * @param configuration hash of the run's configuration
 * @param state of the trainer
 * @param metricsBytes length of the metrics log up to this iteration
 * @param recent means of the watched measure in the last iterations, as many as the criterion looks
 *     at; not copied: treat as read-only
 */
public record Checkpoint(
    String version, String configuration, TrainerState state, long metricsBytes, double[] recent) {

  /** The start of a run. */
  public static Checkpoint initial(String version, String configuration, TrainingPlan plan) {
    ParameterLayout layout = new ParameterLayout(plan.initial());
    double[] parameters = layout.flatten(plan.initial()).toArray();
    double[][] optimiser = plan.optimiser().create(parameters.length).state();
    TrainerState state = new TrainerState(0, parameters, optimiser);
    return new Checkpoint(version, configuration, state, 0, new double[0]);
  }

  /** Bytes of the numbers of a checkpoint of such a training, in memory as in a file. */
  public static long bytes(TrainingOutline plan) {
    long parameters = plan.model().parameters();
    return FlatVector.bytes(parameters) + plan.optimiser().bytes(parameters);
  }

  /**
   * The plan's model with this checkpoint's parameters.
   *
   * @throws IllegalArgumentException if they are not those of such a model
   */
  public PlasticModel model(TrainingPlan plan) {
    ParameterLayout layout = new ParameterLayout(plan.initial());
    return layout.unflatten(new FlatVector(state.parameters()), plan.initial());
  }
}
