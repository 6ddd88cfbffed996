package plastron.tasks.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.tasks.cli.BadInputException;

/**
 * Some settings from one place, checked. Later layers override earlier ones.
 *
 * @param origin where they come from, for errors
 * @param task kind of task that they are settings of
 * @param values by setting, of the type that the setting accepts
 * @param network in place of the one that settings describe
 */
public record ConfigLayer(
    String origin, TaskKind task, Map<Setting<?>, Object> values, Optional<NetworkTables> network) {

  private ConfigLayer(String origin, TaskKind task, Map<Setting<?>, Object> values) {
    this(origin, task, values, Optional.empty());
  }

  /** Reads a file; it names its task, or is older than all but one. */
  public static ConfigLayer ofFile(Path file) {
    return parse(file.toString(), TomlText.ofFile("Configuration", file));
  }

  /** Reads a file with settings of a task. */
  public static ConfigLayer ofFile(TaskKind task, Path file) {
    return of(
        task,
        file.toString(),
        TomlText.read(file.toString(), TomlText.ofFile("Configuration", file)));
  }

  /** Reads a file with a network and nothing else. */
  public static ConfigLayer ofNetwork(TaskKind task, Path file) {
    String origin = file.toString();
    Map<String, Object> read = TomlText.read(origin, TomlText.ofFile("Configuration", file));
    Optional<NetworkTables> network = NetworkTables.take(origin, read);
    read.keySet().stream()
        .findFirst()
        .ifPresent(
            key -> {
              throw new BadInputException(
                  "Setting (%s) in %s is not known, expected the tables of a network, [populations.NAME] and [projections.NAME]."
                      .formatted(key, origin),
                  Settings.of(task).find(key).isPresent() || Settings.of(task).isTable(key)
                      ? "Maybe it belongs into a file for --config."
                      : NearestName.maybe(key, List.of("populations", "projections")));
            });
    if (network.isEmpty()) {
      throw new BadInputException(
          "Network (%s) is empty, expected tables [populations.NAME] and [projections.NAME]."
              .formatted(origin));
    }
    return new ConfigLayer(origin, task, Map.of(), network);
  }

  /** Reads what holds for all tasks unless a more particular preset says otherwise. */
  static ConfigLayer ofDefaults(TaskKind task) {
    String name = "defaults";
    Map<String, Object> read = TomlText.read("preset " + name, preset(name).orElseThrow());
    // A task does not have every setting that some task has.
    read.keySet().removeIf(key -> Settings.of(task).find(key).isEmpty());
    return of(task, "preset " + name, read);
  }

  /** Reads a preset that comes with a task, empty if there is none of this name. */
  public static Optional<ConfigLayer> ofPreset(TaskKind task, String name) {
    String origin = "preset " + name;
    return preset(name).map(text -> of(task, origin, TomlText.read(origin, text)));
  }

  private static Optional<String> preset(String name) {
    String resource = "/presets/" + name + ".toml";
    try (InputStream in = ConfigLayer.class.getResourceAsStream(resource)) {
      if (in == null) {
        return Optional.empty();
      }
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads single settings of the task that files mean which name none.
   *
   * @param assignments see {@link #ofAssignments(TaskKind, List)}
   */
  public static ConfigLayer ofAssignments(List<String> assignments) {
    return ofAssignments(TaskKinds.implied(), assignments);
  }

  /**
   * Reads single settings.
   *
   * @param assignments each {@code key=value}; the value as in TOML, quotes may be left out
   */
  public static ConfigLayer ofAssignments(TaskKind task, List<String> assignments) {
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    for (String assignment : assignments) {
      int equals = assignment.indexOf('=');
      if (equals < 1) {
        throw new BadInputException("Option --set (%s) must be key=value.".formatted(assignment));
      }
      String key = assignment.substring(0, equals).strip();
      put(task, values, "--set", key, TomlText.value(assignment.substring(equals + 1).strip()));
    }
    return new ConfigLayer("--set", task, values);
  }

  /** One setting of the task that files mean which name none. */
  public static ConfigLayer of(String origin, Setting<?> setting, Object value) {
    return of(TaskKinds.implied(), origin, setting, value);
  }

  /** One setting. */
  public static ConfigLayer of(TaskKind task, String origin, Setting<?> setting, Object value) {
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    put(task, values, origin, setting.key(), value);
    return new ConfigLayer(origin, task, values);
  }

  /** The value of a setting, if this layer has it. */
  public <T> Optional<T> get(Setting<T> setting) {
    return Optional.ofNullable(values.get(setting)).flatMap(setting::accept);
  }

  /** Whether a run could have written it: it has every setting whose value is not implied. */
  boolean isComplete() {
    return Settings.of(task).all().stream()
        .allMatch(s -> s.implied().isPresent() || values.containsKey(s));
  }

  static ConfigLayer parse(String origin, String text) {
    Map<String, Object> read = TomlText.read(origin, text);
    TaskKind task =
        read.get(Settings.KIND) instanceof String name
            ? TaskKinds.named(name, origin)
            : TaskKinds.implied();
    return of(task, origin, read);
  }

  private static ConfigLayer of(TaskKind task, String origin, Map<String, Object> read) {
    Settings settings = Settings.of(task);
    Optional<NetworkTables> network = NetworkTables.take(origin, read);
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    read.forEach(
        (key, value) -> {
          // An empty table holds no key that could be found unknown.
          if (value instanceof Map && settings.isTable(key)) {
            return;
          }
          if (values.containsKey(settings.find(key, origin))) {
            throw new BadInputException(
                "Setting (%s) in %s stands there twice.".formatted(key, origin));
          }
          put(task, values, origin, key, value);
        });
    return new ConfigLayer(origin, task, values, network);
  }

  private static void put(
      TaskKind task, Map<Setting<?>, Object> values, String origin, String key, Object value) {
    Setting<?> setting = Settings.of(task).find(key, origin);
    values.put(setting, setting.accept(value).orElseThrow(() -> wrong(setting, origin, value)));
  }

  private static BadInputException wrong(Setting<?> setting, String origin, Object value) {
    String message =
        "Setting %s in %s (%s) must be %s."
            .formatted(setting.key(), origin, TomlText.shown(value), setting.expected());
    return setting instanceof Setting.Choice choice && value instanceof String text
        ? new BadInputException(message, NearestName.maybe(text, choice.names()))
        : new BadInputException(message);
  }
}
