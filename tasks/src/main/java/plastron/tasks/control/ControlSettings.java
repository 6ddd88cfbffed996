package plastron.tasks.control;

import java.util.List;
import java.util.stream.Stream;
import plastron.core.environment.Environments;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.Setting.Choice;
import plastron.tasks.config.Setting.Real;
import plastron.tasks.config.Setting.Reals;
import plastron.tasks.config.Setting.Whole;
import plastron.tasks.config.TrainingSettings;

/** Settings of tasks in which a network acts. */
final class ControlSettings {

  static final Choice ENVIRONMENT =
      new Choice("task.environment", Environments.names(), "what is acted in");

  static final Whole LIMIT = whole("limit", 1, 1_000_000, "actions of a trial at most");

  static final Whole PULLS = whole("pulls", 3, 1_000_000, "pulls of a trial");

  static final Real P_PAID =
      new Real("task.p_paid", 0, 1, "probability that the better lever pays, else the other does");

  static final Whole ACTION_WINDOWS =
      whole("action_windows", 1, 10_000, "windows that an action takes");

  static final Real READ =
      new Real("task.read", 0, 1, "share of an action's steps, the last ones, that decide on it");

  static final Choice CODE =
      new Choice(
          "task.code",
          List.of("place", "signed"),
          "how spikes tell a number: by neurons with places, or by the rates of two groups");

  static final Whole GROUP_SIZE =
      whole("group_size", 1, 10_000, "neurons of a place code, or of each group");

  static final Real P_SPIKE =
      new Real("task.p_spike", 0, 1, "highest spike probability per step, of groups");

  static final Reals LOW =
      new Reals("task.low", -1e9, 1e9, "lower end of every observed number that spikes tell");

  static final Reals HIGH =
      new Reals("task.high", -1e9, 1e9, "upper end of every observed number that spikes tell");

  static final Real DISCOUNT =
      new Real("task.discount", 0, 1, "what a reward is worth an action later");

  static final Real SOLVED =
      new Real("task.solved", -1e9, 1e9, "sum of rewards from which on a trial is solved");

  /** Those of acting in any environment. */
  static final List<Setting<?>> CART_POLE =
      all(ENVIRONMENT, LIMIT, ACTION_WINDOWS, READ, CODE, GROUP_SIZE, P_SPIKE, LOW, HIGH);

  /** Those of pulling levers. */
  static final List<Setting<?>> LEVERS =
      all(PULLS, P_PAID, ACTION_WINDOWS, READ, GROUP_SIZE, P_SPIKE);

  private ControlSettings() {}

  private static List<Setting<?>> all(Setting<?>... own) {
    return Stream.of(
            List.of(RunSettings.RULE, RunSettings.HARDWARE),
            List.of(own),
            List.of(DISCOUNT, SOLVED),
            ModelSettings.ALL,
            TrainingSettings.OPTIONAL)
        .<Setting<?>>flatMap(List::stream)
        .toList();
  }

  private static Whole whole(String name, long low, long high, String meaning) {
    return new Whole("task." + name, low, high, meaning);
  }
}
