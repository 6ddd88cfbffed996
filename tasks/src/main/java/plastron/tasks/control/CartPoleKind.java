package plastron.tasks.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import plastron.core.environment.Environment;
import plastron.core.environment.Environments;
import plastron.core.environment.TimeLimit;
import plastron.slayer.policy.TrajectoryMeasure;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TaskKind;
import plastron.tasks.design.TaskDesign;

/**
 * Balancing a pole on a cart, by reward; or acting in any other environment that the service loader
 * finds and that has a few actions.
 */
public final class CartPoleKind implements TaskKind {

  @Override
  public String name() {
    return "cart-pole";
  }

  @Override
  public String title() {
    return "Cart-pole";
  }

  @Override
  public String description() {
    return "Control, by reward: push a cart to the left or the right so that its pole stays"
        + " upright.";
  }

  @Override
  public List<Setting<?>> settings() {
    return ControlSettings.CART_POLE;
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
    Supplier<Environment> maker = Environments.maker(config.get(ControlSettings.ENVIRONMENT));
    int limit = config.count(ControlSettings.LIMIT);
    return ControlTask.of(
        config,
        new ControlTask.Scene(
            () -> new TimeLimit(maker.get(), limit),
            limit,
            Optional.empty(),
            List.of(TrajectoryMeasure.RETURN, TrajectoryMeasure.STEPS),
            OptionalDouble.empty()));
  }
}
