package plastron.tasks.model;

import java.util.Locale;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.model.PlasticGraph;
import plastron.slayer.Precision;
import plastron.slayer.loss.RateBudget;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;
import plastron.slayer.objective.Reinforce;
import plastron.slayer.objective.Task;
import plastron.slayer.train.TrainingOutline;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.cue.CueAssociation;

/**
 * All that follows from a configuration, and from nothing else.
 *
 * @param config a value for every setting
 * @param task the trials
 * @param plan the initial model and how to train it
 */
public record TrainingSetup(Configuration config, CueAssociation task, TrainingPlan plan) {

  /** What training strives for. */
  public Reinforce objective() {
    return objective(config, plan.initial().graph());
  }

  /** An output neuron that fires in every step of half of the trials, and never in the others. */
  private static final double BUSIEST_OUTPUT = 0.5;

  /**
   * Builds task, initial model and plan.
   *
   * @throws BadInputException if settings do not go together
   */
  public static TrainingSetup of(Configuration config) {
    CueAssociation task = CueTask.of(config);
    TrainingOutline outline = outline(config, Runtime.getRuntime().maxMemory());
    long seed = config.get(RunSettings.SEED);
    LayeredModel drawn =
        InitialModel.draw(
            config, "cue-association", task.settings().inputs(), task.settings().outputs());
    LayeredModel initial =
        config.get(ModelSettings.BALANCE_OUTPUT)
            ? OutputBalance.of(drawn, task, outline.precision(), outline.sweep().tape(), seed)
            : drawn;
    TrainingPlan plan =
        new TrainingPlan(
            initial.model(),
            new Task<>(task, objective(config, outline.model())),
            outline.optimiser(),
            learningRate(config),
            config.get(TrainingSettings.EPISODE_CLIP_NORM),
            config.get(TrainingSettings.CLIP_NORM),
            config.get(TrainingSettings.SKIP_NORM),
            outline.batch(),
            outline.sweep(),
            outline.precision(),
            NetworkForm.bounds(config),
            seed);
    return new TrainingSetup(config, task, plan);
  }

  /** The initial model as layers. */
  public LayeredModel layers() {
    return LayeredModel.of(plan.initial()).orElseThrow();
  }

  /**
   * What the training takes memory for.
   *
   * @param heap bytes of Java's heap, half of which the tapes share
   */
  public static TrainingOutline outline(Configuration config, long heap) {
    CueAssociation task = CueTask.of(config);
    int batch = config.count(TrainingSettings.BATCH);
    PlasticGraph model =
        InitialModel.outline(config, task.settings().inputs(), task.settings().outputs()).graph();
    return new TrainingOutline(
        model,
        objective(config, model),
        Optimiser.Kind.valueOf(upper(config, TrainingSettings.OPTIMISER)),
        batch,
        sweep(config, batch, heap),
        Precision.valueOf(upper(config, TrainingSettings.PRECISION)));
  }

  private static Reinforce objective(Configuration config, PlasticGraph model) {
    return new Reinforce(
        model.outputs()[0],
        config.get(TrainingSettings.KAPPA),
        entropy(config),
        budget(config));
  }

  private static Schedule entropy(Configuration config) {
    return schedule(
        config,
        TrainingSettings.ENTROPY,
        TrainingSettings.ENTROPY_DECAY,
        TrainingSettings.ENTROPY_END,
        TrainingSettings.ENTROPY_ITERATIONS);
  }

  private static Schedule learningRate(Configuration config) {
    Schedule course =
        schedule(
            config,
            TrainingSettings.LEARNING_RATE,
            TrainingSettings.LEARNING_RATE_DECAY,
            TrainingSettings.LEARNING_RATE_END,
            TrainingSettings.LEARNING_RATE_ITERATIONS);
    long warmUp = config.get(TrainingSettings.WARM_UP);
    return warmUp == 0 ? course : new Schedule.WarmUp(course, warmUp);
  }

  /** Outputs stay about where {@link OutputBalance} put them. */
  private static RateBudget budget(Configuration config) {
    return new RateBudget(
        OutputBalance.LOW, BUSIEST_OUTPUT, config.get(TrainingSettings.RATE_BUDGET));
  }

  private static Schedule schedule(
      Configuration config,
      Setting.Real start,
      Setting.Choice decay,
      Setting.Real end,
      Setting.Whole iterations) {
    double from = config.get(start);
    double to = config.get(end);
    return switch (config.get(decay)) {
      case "constant" -> new Schedule.Constant(from);
      case "linear" -> new Schedule.Linear(from, to, config.get(iterations));
      default -> {
        if (from <= 0 || to <= 0) {
          throw new BadInputException(
              "Setting %s (exponential) needs %s (%s) and %s (%s) above 0."
                  .formatted(decay.key(), start.key(), from, end.key(), to),
              "Maybe --set %s=linear".formatted(decay.key()));
        }
        yield new Schedule.Exponential(from, to, config.get(iterations));
      }
    };
  }

  /**
   * How gradients are formed.
   *
   * @param tapes how many tapes there are at a time, at least 1; they share half of the memory
   */
  public static SweepOptions sweep(Configuration config, int tapes) {
    return sweep(config, tapes, Runtime.getRuntime().maxMemory());
  }

  private static SweepOptions sweep(Configuration config, int tapes, long heap) {
    double width = config.get(TrainingSettings.SURROGATE_WIDTH) * config.get(ModelSettings.THETA);
    double height = config.get(TrainingSettings.SURROGATE_SCALE) / width;
    return new SweepOptions(
        Surrogate.named(config.get(TrainingSettings.SURROGATE), height, width).orElseThrow(),
        config.get(TrainingSettings.THROUGH_RESET),
        tape(config, heap / 2 / tapes),
        windows(config, TrainingSettings.TRUNCATE_WINDOWS));
  }

  private static TapeLimit tape(Configuration config, long bytes) {
    return new TapeLimit(windows(config, TrainingSettings.TAPE_WINDOWS), Math.max(1, bytes));
  }

  private static int windows(Configuration config, Setting.Whole setting) {
    int windows = config.count(setting);
    return windows == 0 ? Integer.MAX_VALUE : windows;
  }

  private static String upper(Configuration config, Setting.Choice setting) {
    return config.get(setting).toUpperCase(Locale.ROOT);
  }
}
