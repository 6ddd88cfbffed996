package plastron.tasks.cue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.Setting.Choice;
import plastron.tasks.config.Setting.Flag;
import plastron.tasks.config.Setting.Real;
import plastron.tasks.config.Setting.Whole;
import plastron.tasks.config.TrainingSettings;

/** Settings of cue association. */
public final class CueTable {

  /** Noise level of the task. */
  public static final Choice NOISE =
      new Choice("noise", List.of("low", "high"), "noise level of the task");

  /** Length of the trials. */
  public static final Choice LENGTH =
      new Choice("length", List.of("full", "reduced"), "full-length trials, or about half as long");

  /** Number of cues. */
  public static final Whole CUES =
      new Whole("task.cues", 1, 999, 2, "number of cues, odd", Optional.empty());

  /** Steps of a cue. */
  public static final Whole CUE_ON = whole("cue_on", 1, 100_000, "steps that a cue lasts");

  /** Steps between cues. */
  public static final Whole CUE_OFF = whole("cue_off", 0, 100_000, "steps after a cue");

  /** Steps of the delay. */
  public static final Whole DELAY = whole("delay", 0, 100_000, "steps between cues and decision");

  /** Whether the delay varies. */
  public static final Flag VARIABLE_DELAY =
      new Flag("task.variable_delay", "whether the delay varies, uniformly by up to a fifth");

  /** Steps of the decision period. */
  public static final Whole DECISION = whole("decision", 1, 100_000, "steps of the decision");

  /** Share of cues on the favoured side. */
  public static final Real MAJORITY =
      new Real("task.majority", 0.5, 1, "probability of a cue on the favoured side");

  /** Spike probability in a cue. */
  public static final Real P_CUE =
      new Real("task.p_cue", 0, 1, "spike probability per step while a signal is on");

  /** Spike probability outside cues. */
  public static final Real P_BACKGROUND =
      new Real("task.p_background", 0, 1, "spike probability per step while a signal is off");

  /** Spike probability of the noise group. */
  public static final Real P_NOISE =
      new Real("task.p_noise", 0, 1, "spike probability per step of the noise group");

  /** Neurons in each input group. */
  public static final Whole GROUP_SIZE =
      whole("group_size", 1, 10_000, "neurons in each of the four input groups");

  /** All that a run has beside what all tasks share, in the order in which files list them. */
  static final List<Setting<?>> ALL =
      Stream.of(
              List.of(
                  RunSettings.RULE,
                  NOISE,
                  LENGTH,
                  RunSettings.HARDWARE,
                  CUES,
                  CUE_ON,
                  CUE_OFF,
                  DELAY,
                  VARIABLE_DELAY,
                  DECISION,
                  MAJORITY,
                  P_CUE,
                  P_BACKGROUND,
                  P_NOISE,
                  GROUP_SIZE),
              ModelSettings.ALL,
              TrainingSettings.OPTIONAL)
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private CueTable() {}

  private static Whole whole(String name, long low, long high, String meaning) {
    return new Whole("task." + name, low, high, meaning);
  }
}
