package plastron.tasks.config;

import java.util.ArrayList;
import java.util.List;
import plastron.tasks.cli.BadInputException;

/** Chooses the presets that fit what a run is about. */
public final class Presets {

  private Presets() {}

  /**
   * Presets, then the user's layers: {@code defaults}, what all tasks have in common, and those
   * that the task chooses, {@link TaskKind#presets}. Where one of the user's layers is the whole
   * configuration of a run, presets have nothing to add: it means what it meant when it was
   * written.
   *
   * @param layers the user's, at least one, all of the same task, later ones overriding earlier
   *     ones
   */
  public static Configuration complete(List<ConfigLayer> layers) {
    if (layers.stream().anyMatch(ConfigLayer::isComplete)) {
      return Configuration.merge(layers);
    }
    TaskKind task = Configuration.task(layers);
    List<ConfigLayer> given = new ArrayList<>();
    given.add(ConfigLayer.ofDefaults(task));
    ConfigLayer.ofPreset(task, task.name()).ifPresent(given::add);
    given.addAll(layers);
    List<ConfigLayer> all = new ArrayList<>();
    all.add(given.getFirst());
    for (String name : task.presets(choice -> value(choice, given))) {
      ConfigLayer.ofPreset(task, name).ifPresent(all::add);
    }
    all.addAll(layers);
    return Configuration.merge(all);
  }

  private static String value(Setting.Choice choice, List<ConfigLayer> layers) {
    for (ConfigLayer layer : layers.reversed()) {
      if (layer.get(choice).isPresent()) {
        return layer.get(choice).orElseThrow();
      }
    }
    throw new BadInputException(
        "Setting %s (missing) must be %s.".formatted(choice.key(), choice.expected()),
        "Maybe add --%s %s".formatted(choice.key(), choice.names().getFirst()));
  }
}
