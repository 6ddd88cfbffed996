package plastron.tasks.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Predicate;
import plastron.slayer.objective.Measure;
import plastron.slayer.policy.Trajectory;
import plastron.slayer.policy.TrajectoryMeasure;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TaskKind;
import plastron.tasks.design.TaskDesign;

/**
 * Pulling the better of {@link TwoLevers}, by reward. The last reward is a signal that modulates
 * the rule, and all that the network learns of it.
 */
public final class LeversKind implements TaskKind {

  /** Name of the signal. */
  static final String REWARD = "reward";

  @Override
  public String name() {
    return "levers";
  }

  @Override
  public String title() {
    return "Levers";
  }

  @Override
  public String description() {
    return "Bandit with a reversal, by reward: pull the lever that pays, and the other once that"
        + " does.";
  }

  @Override
  public List<Setting<?>> settings() {
    return ControlSettings.LEVERS;
  }

  /** The task's own, and {@code hardware-H}. */
  @Override
  public List<String> presets(Function<Setting.Choice, String> chosen) {
    return List.of(name(), "hardware-" + chosen.apply(RunSettings.HARDWARE));
  }

  @Override
  public List<Setting.Choice> reported() {
    return List.of(RunSettings.RULE);
  }

  @Override
  public TaskDesign<?> design(Configuration config) {
    int pulls = config.count(ControlSettings.PULLS);
    double paid = config.get(ControlSettings.P_PAID);
    return ControlTask.of(
        config,
        new ControlTask.Scene(
            () -> new TwoLevers(pulls, paid),
            pulls,
            Optional.of(REWARD),
            List.of(
                paid("paid", "share of pulls that paid", act -> true),
                paid("paid_after", "the same after the reversal", LeversKind::isReversed)),
            OptionalDouble.of(0.5)));
  }

  private static boolean isReversed(Trajectory.Act act) {
    return act.answer().info().getOrDefault(TwoLevers.REVERSED, 0.0) == 1;
  }

  private static TrajectoryMeasure paid(
      String name, String meaning, Predicate<Trajectory.Act> counts) {
    return new TrajectoryMeasure(
        new Measure(name, Measure.Scale.AMOUNT, Measure.Direction.HIGHER),
        meaning,
        trajectory ->
            trajectory.acts().stream()
                .filter(counts)
                .mapToDouble(act -> act.answer().reward() > 0 ? 1 : 0)
                .average()
                .orElse(0));
  }
}
