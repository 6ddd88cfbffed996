package plastron.tasks.model;

import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.TaskSettings;
import plastron.tasks.cue.CueAssociation;
import plastron.tasks.cue.CueNoise;
import plastron.tasks.cue.CueSettings;
import plastron.tasks.cue.CueTiming;

/** The task that a configuration describes. */
public final class CueTask {

  private CueTask() {}

  /**
   * The task.
   *
   * @throws BadInputException if settings do not go together
   */
  public static CueAssociation of(Configuration config) {
    int cues = config.count(TaskSettings.CUES);
    if (cues % 2 == 0) {
      throw new BadInputException(
          "Setting %s (%d) must be odd, so that there is no tie."
              .formatted(TaskSettings.CUES.key(), cues),
          "Maybe use %d.".formatted(cues + 1));
    }
    CueTiming timing =
        new CueTiming(
            cues,
            config.count(TaskSettings.CUE_ON),
            config.count(TaskSettings.CUE_OFF),
            config.count(TaskSettings.DELAY),
            0,
            config.count(TaskSettings.DECISION));
    CueNoise noise =
        new CueNoise(
            config.get(TaskSettings.P_CUE),
            config.get(TaskSettings.P_BACKGROUND),
            config.get(TaskSettings.P_NOISE));
    return new CueAssociation(
        new CueSettings(
            config.get(TaskSettings.VARIABLE_DELAY) ? timing.withVariableDelay() : timing,
            noise,
            config.get(TaskSettings.MAJORITY),
            config.count(TaskSettings.GROUP_SIZE)));
  }
}
