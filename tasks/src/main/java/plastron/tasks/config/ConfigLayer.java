package plastron.tasks.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.tasks.cli.BadInputException;

/**
 * Some settings from one place, checked. Later layers override earlier ones.
 *
 * @param origin where they come from, for errors
 * @param values by setting, of the type that the setting accepts
 */
public record ConfigLayer(String origin, Map<Setting<?>, Object> values) {

  /** A file with all settings there are has a few kilobytes. */
  private static final int MOST_BYTES = 1 << 20;

  /** Reads a file. */
  public static ConfigLayer ofFile(Path file) {
    try {
      return parse(file.toString(), BoundedFile.text(file, MOST_BYTES));
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "Configuration (%s) does not exist.".formatted(file), "Maybe the path is misspelt.");
    } catch (BrokenFileException e) {
      throw new BadInputException("Configuration (%s) %s".formatted(file, e.reason()));
    } catch (IOException e) {
      throw new BadInputException(
          "Configuration (%s) cannot be read: %s.".formatted(file, e.getMessage()));
    }
  }

  /** Reads a preset that comes with the program, empty if there is none of this name. */
  public static Optional<ConfigLayer> ofPreset(String name) {
    String resource = "/presets/" + name + ".toml";
    try (InputStream in = ConfigLayer.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(parse("preset " + name, text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads single settings.
   *
   * @param assignments each {@code key=value}; the value as in TOML, quotes may be left out
   */
  public static ConfigLayer ofAssignments(List<String> assignments) {
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new BadInputException("Option --set (%s) must be key=value.".formatted(assignment));
      }
      String key = assignment.substring(0, equals).strip();
      put(values, "--set", key, TomlText.value(assignment.substring(equals + 1).strip()));
    }
    return new ConfigLayer("--set", values);
  }

  /** One setting. */
  public static ConfigLayer of(String origin, Setting<?> setting, Object value) {
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    put(values, origin, setting.key(), value);
    return new ConfigLayer(origin, values);
  }

  /** The value of a setting, if this layer has it. */
  public <T> Optional<T> get(Setting<T> setting) {
    return Optional.ofNullable(values.get(setting)).flatMap(setting::accept);
  }

  /** Whether a run could have written it: it has every setting whose value is not implied. */
  boolean isComplete() {
    return Settings.ALL.stream().allMatch(s -> s.implied().isPresent() || values.containsKey(s));
  }

  static ConfigLayer parse(String origin, String text) {
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    TomlText.read(origin, text)
        .forEach(
            (key, value) -> {
              // An empty table holds no key that could be found unknown.
              if (value instanceof Map && Settings.isTable(key)) {
                return;
              }
              if (values.containsKey(Settings.find(key, origin))) {
                throw new BadInputException(
                    "Setting (%s) in %s stands there twice.".formatted(key, origin));
              }
              put(values, origin, key, value);
            });
    return new ConfigLayer(origin, values);
  }

  private static void put(Map<Setting<?>, Object> values, String origin, String key, Object value) {
    Setting<?> setting = Settings.find(key, origin);
    values.put(setting, setting.accept(value).orElseThrow(() -> wrong(setting, origin, value)));
  }

  private static BadInputException wrong(Setting<?> setting, String origin, Object value) {
    String message =
        "Setting %s in %s (%s) must be %s."
            .formatted(setting.key(), origin, shown(value), setting.expected());
    return setting instanceof Setting.Choice choice && value instanceof String text
        ? new BadInputException(message, NearestName.maybe(text, choice.names()))
        : new BadInputException(message);
  }

  private static Object shown(Object value) {
    return switch (value) {
      case List<?> list -> "a list of " + list.size();
      case Map<?, ?> table -> "a table of " + table.size();
      default -> value;
    };
  }
}
