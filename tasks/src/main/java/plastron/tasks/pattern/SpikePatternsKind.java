package plastron.tasks.pattern;

import java.util.List;
import java.util.function.Function;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.RunSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TaskKind;
import plastron.tasks.design.TaskDesign;

/** Classification of spike patterns, supervised. */
public final class SpikePatternsKind implements TaskKind {

  @Override
  public String name() {
    return "spike-patterns";
  }

  @Override
  public String title() {
    return "Spike patterns";
  }

  @Override
  public String description() {
    return "Classification, supervised: which of a few patterns is it, by the times of its spikes?";
  }

  @Override
  public List<Setting<?>> settings() {
    return PatternTable.ALL;
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
    return PatternTask.of(config);
  }
}
