package plastron.tasks.model;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.loss.OperationBudget;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.surrogate.Surrogate;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.TapeLimit;
import plastron.slayer.train.ParameterGrids;
import plastron.slayer.train.TrainingOutline;
import plastron.slayer.train.TrainingPlan;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TrainingSettings;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.measure.Trials;

/**
 * All that follows from a configuration, and from nothing else.
 *
 * @param config a value for every setting
 * @param design the task
 * @param plan the initial model and how to train it
 */
public record TrainingSetup(Configuration config, TaskDesign<?> design, TrainingPlan plan) {

  /**
   * Builds task, initial model and plan.
   *
   * @throws BadInputException if settings do not go together
   */
  public static TrainingSetup of(Configuration config) {
    TaskDesign<?> design = design(config);
    TrainingOutline outline = outline(config, Runtime.getRuntime().maxMemory());
    TrainingPlan plan =
        new TrainingPlan(
            design.initial(),
            task(config, design),
            outline.optimiser(),
            learningRate(config),
            config.get(TrainingSettings.EPISODE_CLIP_NORM),
            config.get(TrainingSettings.CLIP_NORM),
            config.get(TrainingSettings.SKIP_NORM),
            outline.batch(),
            outline.sweep(),
            outline.precision(),
            NetworkForm.bounds(config),
            ChipQuantiser.of(config, design),
            config.get(RunSettings.SEED));
    return new TrainingSetup(config, design, plan);
  }

  /** The task, within the budget of synaptic operations where there is one. */
  private static Task<?> task(Configuration config, TaskDesign<?> design) {
    double budget = config.get(TrainingSettings.OPERATION_BUDGET);
    return Double.isInfinite(budget)
        ? design.task()
        : design
            .task()
            .within(
                new OperationBudget(
                    design.graph(), budget, config.get(TrainingSettings.OPERATION_WEIGHT)));
  }

  /**
   * The task of a configuration, with the network that it describes in words if it does so.
   *
   * @throws BadInputException if the network is none for the task
   */
  public static TaskDesign<?> design(Configuration config) {
    return on(config, config.task().design(config));
  }

  private static <T extends Episode> TaskDesign<T> on(Configuration config, TaskDesign<T> own) {
    return config
        .network()
        .map(tables -> own.on(DescribedNetwork.of(config, tables, own.terminals())))
        .orElse(own);
  }

  /** What a run chooses for exports to the chip that it was trained for, by setting of exports. */
  public static Map<String, String> exportSettings(Configuration config) {
    return ChipQuantiser.settings(config);
  }

  /**
   * About how many bytes it takes to round in training, 0 if nothing is.
   *
   * @param steps of a trial
   * @param threads at least 1
   */
  public static double roundingBytes(
      Configuration config, PlasticGraph model, int steps, int threads) {
    return ChipQuantiser.bytes(config, model, steps, threads);
  }

  /** Whether parameters are rounded in training, to what the chip in mind holds of them. */
  public static boolean rounds(Configuration config) {
    return ChipQuantiser.rounds(config);
  }

  /**
   * A model rounded as training rounds it.
   *
   * @param tapes how many of it run at a time, at least 1
   * @param trials that ranges are measured on
   * @throws plastron.export.diagnostic.ExportRefusedException if the chip cannot run the model
   */
  public static RoundedModel rounded(
      Configuration config,
      PlasticModel model,
      ChipProfile<?, ?> chip,
      ExportOptions options,
      Trials trials,
      int tapes) {
    ParameterGrids grids = ChipQuantiser.chosen(model, chip, options, trials);
    return new RoundedModel(grids.round(model), grids, precision(config), sweep(config, tapes));
  }

  /** What training measures, the watched measure first. */
  public List<Measure> measures() {
    return plan.task().objective().measures();
  }

  /**
   * What the training takes memory for.
   *
   * @param heap bytes of Java's heap, half of which the tapes share
   */
  public static TrainingOutline outline(Configuration config, long heap) {
    TaskDesign<?> design = design(config);
    return new TrainingOutline(
        design.graph(),
        design.task(),
        Optimiser.Kind.valueOf(upper(config, TrainingSettings.OPTIMISER)),
        config.count(TrainingSettings.BATCH),
        trainingSweep(config, heap),
        precision(config));
  }

  /** The number format of sweeps. */
  public static Precision precision(Configuration config) {
    return Precision.valueOf(upper(config, TrainingSettings.PRECISION));
  }

  /** The course of a policy's entropy weight, for tasks with its settings. */
  public static Schedule entropy(Configuration config) {
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

  /** How gradients are formed in training, where every episode of a batch has a share. */
  static SweepOptions trainingSweep(Configuration config, long heap) {
    return sweep(config, config.count(TrainingSettings.BATCH), heap);
  }

  private static SweepOptions sweep(Configuration config, int tapes, long heap) {
    double theta = config.has(ModelSettings.THETA) ? config.get(ModelSettings.THETA) : 1;
    double width = config.get(TrainingSettings.SURROGATE_WIDTH) * theta;
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
