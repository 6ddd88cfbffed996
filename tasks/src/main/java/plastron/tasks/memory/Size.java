package plastron.tasks.memory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.ModelSettings;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TrainingSettings;

/** Something about a configuration that takes the more memory the larger it is. */
sealed interface Size {

  /** All there are: layers, batch, and whatever whole numbers decide the trials of the task. */
  static List<Size> of(Configuration config) {
    List<Size> sizes = new ArrayList<>();
    if (config.has(ModelSettings.HIDDEN)) {
      sizes.add(new Layers());
      sizes.add(new Neurons());
    }
    sizes.add(new Count(TrainingSettings.BATCH));
    for (Setting<?> setting : config.task().settings()) {
      if (setting instanceof Setting.Whole whole && whole.key().startsWith("task.")) {
        sizes.add(new Count(whole));
      }
    }
    return sizes;
  }

  /** How large it is. */
  long value(Configuration config);

  /**
   * A configuration in which it is no larger than a value.
   *
   * @param most at least 1
   */
  Configuration with(Configuration config, long most);

  /** The setting and its value in parentheses. */
  String met(Configuration config);

  /** What to do to get {@link #with}. */
  String instead(Configuration config, long most);

  private static <T> String assignment(Setting<T> setting, Configuration config) {
    return "--set %s=%s"
        .formatted(setting.key(), setting.toml(config.get(setting)).replace(" ", ""));
  }

  /** A setting that is a number. */
  record Count(Setting.Whole setting) implements Size {
    @Override
    public long value(Configuration config) {
      return config.get(setting);
    }

    @Override
    public Configuration with(Configuration config, long most) {
      return config.with(setting, Math.min(setting.atMost(most), value(config)));
    }

    @Override
    public String met(Configuration config) {
      return "%s (%d)".formatted(setting.key(), value(config));
    }

    @Override
    public String instead(Configuration config, long most) {
      return assignment(setting, with(config, most));
    }
  }

  /** Neurons of the widest hidden layer. */
  record Neurons() implements Size {
    @Override
    public long value(Configuration config) {
      return Collections.max(config.get(ModelSettings.HIDDEN));
    }

    @Override
    public Configuration with(Configuration config, long most) {
      List<Long> narrow =
          config.get(ModelSettings.HIDDEN).stream().map(n -> Math.min(n, most)).toList();
      return config.with(ModelSettings.HIDDEN, narrow);
    }

    @Override
    public String met(Configuration config) {
      return "%s (%d)".formatted(ModelSettings.HIDDEN.key(), value(config));
    }

    @Override
    public String instead(Configuration config, long most) {
      return config.get(ModelSettings.HIDDEN).size() > Layers.MOST_LISTED
          ? "at most %d neurons in every layer of %s".formatted(most, ModelSettings.HIDDEN.key())
          : assignment(ModelSettings.HIDDEN, with(config, most));
    }
  }

  /** Hidden layers. */
  record Layers() implements Size {
    private static final int MOST_LISTED = 8;

    @Override
    public long value(Configuration config) {
      return config.get(ModelSettings.HIDDEN).size();
    }

    @Override
    public Configuration with(Configuration config, long most) {
      List<Long> all = config.get(ModelSettings.HIDDEN);
      return config.with(ModelSettings.HIDDEN, all.subList(0, (int) Math.min(all.size(), most)));
    }

    @Override
    public String met(Configuration config) {
      return "%s (%d layers)".formatted(ModelSettings.HIDDEN.key(), value(config));
    }

    @Override
    public String instead(Configuration config, long most) {
      return most > MOST_LISTED
          ? "only the first %d layers of %s".formatted(most, ModelSettings.HIDDEN.key())
          : assignment(ModelSettings.HIDDEN, with(config, most));
    }
  }
}
