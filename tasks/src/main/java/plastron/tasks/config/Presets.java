package plastron.tasks.config;

import java.util.ArrayList;
import java.util.List;
import plastron.tasks.cli.BadInputException;

/** Chooses the presets that fit what a run is about. */
public final class Presets {

  private Presets() {}

  /**
   * Presets, then the user's layers. Presets are, from the most general on: {@code defaults},
   * {@code noise-N}, {@code length-L}, {@code hardware-H}, the rule's, {@code RULE-N}, {@code
   * RULE-H} and {@code RULE-N-H}, as far as they exist. Where one of the user's layers is the whole
   * configuration of a run, presets have nothing to add: it means what it meant when it was
   * written.
   *
   * @param layers the user's, later ones overriding earlier ones; between them they name the rule
   */
  public static Configuration complete(List<ConfigLayer> layers) {
    ConfigLayer defaults = ConfigLayer.ofPreset("defaults").orElseThrow();
    String rule = choice(RunSettings.RULE, defaults, layers);
    String noise = choice(RunSettings.NOISE, defaults, layers);
    String length = choice(RunSettings.LENGTH, defaults, layers);
    String hardware = choice(RunSettings.HARDWARE, defaults, layers);
    List<ConfigLayer> all = new ArrayList<>(List.of(defaults));
    List<String> names =
        List.of(
            "noise-" + noise,
            "length-" + length,
            "hardware-" + hardware,
            rule,
            rule + "-" + noise,
            rule + "-" + hardware,
            rule + "-" + noise + "-" + hardware);
    names.forEach(name -> ConfigLayer.ofPreset(name).ifPresent(all::add));
    if (layers.stream().anyMatch(ConfigLayer::isComplete)) {
      all.clear();
    }
    all.addAll(layers);
    return Configuration.merge(all);
  }

  private static String choice(
      Setting.Choice setting, ConfigLayer defaults, List<ConfigLayer> layers) {
    for (ConfigLayer layer : layers.reversed()) {
      if (layer.get(setting).isPresent()) {
        return layer.get(setting).orElseThrow();
      }
    }
    return defaults
        .get(setting)
        .orElseThrow(
            () ->
                new BadInputException(
                    "Setting %s (missing) must be %s.".formatted(setting.key(), setting.expected()),
                    "Maybe add --rule ndp-oja"));
  }
}
