package plastron.tasks.memory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import plastron.tasks.config.ConfigLayer;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Presets;
import plastron.tasks.config.Setting;
import plastron.tasks.config.Settings;
import plastron.tasks.config.TaskKind;

/**
 * A setting that asks for too much memory.
 *
 * @param met its name and its value in parentheses
 * @param instead what to do about it
 */
record SmallerSize(String met, String instead) {

  /**
   * Finds sizes that fit: of the settings that are above their presets, the one furthest above
   * becomes as large as can be, or, where its preset is still too much, that and the next.
   *
   * @param fits false for {@code config}; true for whatever has no size above that of one that fits
   * @return empty if nothing fits that is not below the presets
   */
  static List<SmallerSize> of(Configuration config, Predicate<Configuration> fits) {
    Configuration preset = preset(config);
    Comparator<Size> excess =
        Comparator.comparingDouble(s -> (double) s.value(config) / Math.max(1, s.value(preset)));
    List<Size> large =
        Size.of(config).stream()
            .filter(s -> s.value(config) > s.value(preset))
            .sorted(excess.reversed())
            .toList();
    List<SmallerSize> smaller = new ArrayList<>();
    Configuration tried = config;
    for (Size size : large) {
      long least = size.value(preset);
      boolean enough = fits.test(size.with(tried, least));
      long value = enough ? largest(size, tried, least, fits) : least;
      smaller.add(new SmallerSize(size.met(config), size.instead(tried, value)));
      if (enough) {
        return smaller;
      }
      tried = size.with(tried, least);
    }
    return List.of();
  }

  /** The preset sizes of such a configuration. */
  private static Configuration preset(Configuration config) {
    TaskKind task = config.task();
    List<ConfigLayer> choices = new ArrayList<>();
    choices.add(ConfigLayer.ofAssignments(task, List.of()));
    for (Setting.Choice choice : Settings.of(task).choices()) {
      choices.add(ConfigLayer.of(task, "preset", choice, config.get(choice)));
    }
    return Presets.complete(choices);
  }

  /** The largest value that fits, with two digits. */
  private static long largest(
      Size size, Configuration config, long fitting, Predicate<Configuration> fits) {
    long low = fitting;
    long high = size.value(config);
    while (high - low > Math.max(1, low / 100)) {
      long middle = (low + high) >>> 1;
      if (fits.test(size.with(config, middle))) {
        low = middle;
      } else {
        high = middle;
      }
    }
    long unit = 1;
    while (low / unit >= 100) {
      unit *= 10;
    }
    return Math.max(fitting, low / unit * unit);
  }
}
