package plastron.tasks.config;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.tasks.cli.BadInputException;

/** Every setting there is. */
public final class Settings {

  /** All of them, in the order in which files list them. */
  public static final List<Setting<?>> ALL =
      List.of(
          RunSettings.RULE,
          RunSettings.NOISE,
          RunSettings.LENGTH,
          RunSettings.HARDWARE,
          RunSettings.SEED,
          TaskSettings.CUES,
          TaskSettings.CUE_ON,
          TaskSettings.CUE_OFF,
          TaskSettings.DELAY,
          TaskSettings.VARIABLE_DELAY,
          TaskSettings.DECISION,
          TaskSettings.MAJORITY,
          TaskSettings.P_CUE,
          TaskSettings.P_BACKGROUND,
          TaskSettings.P_NOISE,
          TaskSettings.GROUP_SIZE,
          ModelSettings.HIDDEN,
          ModelSettings.RECURRENT,
          ModelSettings.THETA,
          ModelSettings.TAU_S,
          ModelSettings.TAU_REF,
          ModelSettings.RHO,
          ModelSettings.TAU_M,
          ModelSettings.UPDATE_INTERVAL,
          ModelSettings.R_REF,
          ModelSettings.E_CLIP,
          ModelSettings.ALPHA_AXIS,
          ModelSettings.W_DRAW,
          ModelSettings.W_MEAN,
          ModelSettings.W_GAIN,
          ModelSettings.ALPHA_MEAN,
          ModelSettings.ALPHA_SD,
          ModelSettings.ETA,
          ModelSettings.ETA_PHI,
          ModelSettings.ETA_E,
          ModelSettings.PSI,
          ModelSettings.W_M_DRAW,
          ModelSettings.W_M_GAIN,
          ModelSettings.BALANCE_OUTPUT,
          TrainingSettings.BATCH,
          TrainingSettings.ITERATIONS,
          TrainingSettings.OPTIMISER,
          TrainingSettings.LEARNING_RATE,
          TrainingSettings.LEARNING_RATE_DECAY,
          TrainingSettings.LEARNING_RATE_END,
          TrainingSettings.LEARNING_RATE_ITERATIONS,
          TrainingSettings.WARM_UP,
          TrainingSettings.ENTROPY,
          TrainingSettings.ENTROPY_DECAY,
          TrainingSettings.ENTROPY_END,
          TrainingSettings.ENTROPY_ITERATIONS,
          TrainingSettings.KAPPA,
          TrainingSettings.RATE_BUDGET,
          TrainingSettings.EPISODE_CLIP_NORM,
          TrainingSettings.CLIP_NORM,
          TrainingSettings.SKIP_NORM,
          TrainingSettings.SURROGATE,
          TrainingSettings.SURROGATE_SCALE,
          TrainingSettings.SURROGATE_WIDTH,
          TrainingSettings.THROUGH_RESET,
          TrainingSettings.PRECISION,
          TrainingSettings.TRUNCATE_WINDOWS,
          TrainingSettings.TAPE_WINDOWS,
          TrainingSettings.CHECKPOINT_EVERY,
          TrainingSettings.STOP_AT_CRITERION,
          TrainingSettings.CRITERION);

  private Settings() {}

  /** Whether some setting stands in the table of this name. */
  static boolean isTable(String name) {
    return ALL.stream().anyMatch(s -> s.key().startsWith(name + "."));
  }

  /**
   * The setting of a key.
   *
   * @param key with its table, or without it
   * @param origin where the key stands, for the error
   * @throws BadInputException naming the nearest key if there is no such setting
   */
  public static Setting<?> find(String key, String origin) {
    Optional<Setting<?>> whole = ALL.stream().filter(s -> s.key().equals(key)).findFirst();
    Optional<Setting<?>> withTable =
        ALL.stream().filter(s -> s.key().endsWith("." + key)).findFirst();
    return whole
        .or(() -> withTable)
        .orElseThrow(
            () ->
                new BadInputException(
                    "Setting (%s) in %s is not known.".formatted(key, origin), maybe(key)));
  }

  private static String maybe(String key) {
    List<String> names =
        Stream.concat(ALL.stream().map(Setting::key), ALL.stream().map(Settings::table)).toList();
    return NearestName.of(key, names)
        .map(name -> isTable(name) ? "Maybe [%s] was meant.".formatted(name) : meant(name))
        .orElse("Maybe config.toml in the folder of a run helps: it has all settings there are.");
  }

  private static String meant(String name) {
    return "Maybe %s was meant.".formatted(name);
  }

  private static String table(Setting<?> setting) {
    return setting.key().substring(0, Math.max(0, setting.key().indexOf('.')));
  }
}
