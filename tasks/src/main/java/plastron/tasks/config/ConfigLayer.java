package plastron.tasks.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import plastron.tasks.cli.BadInputException;

/**
 * Some settings from one place, checked. Later layers override earlier ones.
 *
 * @param origin where they come from, for errors
 * @param values by setting, of the type that the setting accepts
 */
public record ConfigLayer(String origin, Map<Setting<?>, Object> values) {

  /** Reads a file. */
  public static ConfigLayer ofFile(Path file) {
    try {
      return parse(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "Configuration (%s) does not exist.".formatted(file), "Maybe the path is misspelt.");
    } catch (CharacterCodingException e) {
      throw new BadInputException(
          "Configuration (%s) is not UTF-8 text, expected TOML.".formatted(file));
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
      put(values, "--set", key, value(assignment.substring(equals + 1).strip()));
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
    TomlParseResult toml = Toml.parse(text);
    if (toml.hasErrors()) {
      TomlParseError error = toml.errors().getFirst();
      throw new BadInputException(
          "Configuration (%s) is not TOML: line %d, %s."
              .formatted(origin, error.position().line(), error.getMessage()));
    }
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    // Tables as well: one that is empty holds no key that could be found unknown.
    toml.dottedEntrySet(true).stream()
        .filter(e -> !(e.getValue() instanceof TomlTable && Settings.isTable(e.getKey())))
        .forEach(e -> put(values, origin, e.getKey(), e.getValue()));
    return new ConfigLayer(origin, values);
  }

  private static Object value(String text) {
    TomlParseResult toml = Toml.parse("value = " + text);
    Object value = toml.hasErrors() || toml.size() != 1 ? null : toml.get("value");
    return value == null ? text : value;
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
      case TomlArray list -> "a list of " + list.size();
      case TomlTable table -> "a table of " + table.size();
      default -> value;
    };
  }
}
