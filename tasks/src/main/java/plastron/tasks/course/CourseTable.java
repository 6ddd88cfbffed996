package plastron.tasks.course;

import java.util.List;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.Setting.Real;
import plastron.tasks.config.Setting.Whole;

/** Settings of the product of courses. */
final class CourseTable {

  static final Whole STEPS = whole("steps", 2, 100_000, "steps of a trial");

  static final Whole SETTLE =
      whole("settle", 0, 100_000, "steps at the start in which no error counts");

  static final Whole GROUP_SIZE =
      whole("group_size", 1, 10_000, "neurons in each of the four input groups");

  static final Real PERIOD_LOW =
      new Real("task.period_low", 2, 1e6, "shortest period of a course in steps");

  static final Real PERIOD_HIGH =
      new Real("task.period_high", 2, 1e6, "longest period of a course in steps");

  static final Real P_SPIKE =
      new Real("task.p_spike", 0, 1, "spike probability per step where a course is at its end");

  /** All that a run has beside what all tasks share, in the order in which files list them. */
  static final List<Setting<?>> ALL =
      List.of(
          RunSettings.RULE,
          STEPS,
          SETTLE,
          GROUP_SIZE,
          PERIOD_LOW,
          PERIOD_HIGH,
          P_SPIKE,
          ModelSettings.HIDDEN,
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
          ModelSettings.W_M_GAIN);

  private CourseTable() {}

  private static Whole whole(String name, long low, long high, String meaning) {
    return new Whole("task." + name, low, high, meaning);
  }
}
