package plastron.tasks.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import plastron.tasks.cli.BadInputException;

/** A value for every setting of a task. */
public final class Configuration {

  private final TaskKind task;
  private final Map<Setting<?>, Object> values;
  private final Optional<NetworkTables> network;

  private Configuration(
      TaskKind task, Map<Setting<?>, Object> values, Optional<NetworkTables> network) {
    this.task = task;
    this.values = values;
    this.network = network;
  }

  /** The kind of task. */
  public TaskKind task() {
    return task;
  }

  /** The network that stands in the place of the one that settings describe, if any. */
  public Optional<NetworkTables> network() {
    return network;
  }

  /** Whether runs of the task have a setting. */
  public boolean has(Setting<?> setting) {
    return values.containsKey(setting);
  }

  /**
   * Merges layers, later ones overriding earlier ones.
   *
   * @param layers at least one, all of the same task
   * @throws BadInputException if a setting has no value
   */
  public static Configuration merge(List<ConfigLayer> layers) {
    TaskKind task = task(layers);
    Map<Setting<?>, Object> given = new LinkedHashMap<>();
    given.put(Settings.of(task).kind(), task.name());
    layers.forEach(layer -> given.putAll(layer.values()));
    Map<Setting<?>, Object> values = new LinkedHashMap<>();
    for (Setting<?> setting : Settings.of(task).all()) {
      Object value = given.get(setting);
      if (value == null) {
        value = setting.implied().orElse(null);
      }
      if (value == null) {
        throw new BadInputException(
            "Setting %s (missing) must be %s.".formatted(setting.key(), setting.expected()));
      }
      values.put(setting, value);
    }
    Optional<NetworkTables> network =
        layers.reversed().stream().flatMap(layer -> layer.network().stream()).findFirst();
    return new Configuration(task, values, network);
  }

  /** The task that all layers are of. */
  static TaskKind task(List<ConfigLayer> layers) {
    List<TaskKind> tasks = layers.stream().map(ConfigLayer::task).distinct().toList();
    if (tasks.size() != 1) {
      throw new IllegalArgumentException(
          "Layers (of tasks %s) must be of one task."
              .formatted(tasks.stream().map(TaskKind::name).toList()));
    }
    return tasks.getFirst();
  }

  /** The same with another value of a setting. */
  public <T> Configuration with(Setting<T> setting, T value) {
    Map<Setting<?>, Object> changed = new LinkedHashMap<>(values);
    changed.put(setting, value);
    return new Configuration(task, changed, network);
  }

  /** The value of a setting. */
  public <T> T get(Setting<T> setting) {
    Object value = values.get(setting);
    if (value == null) {
      throw new IllegalArgumentException("Setting (%s) is not listed.".formatted(setting.key()));
    }
    return setting.accept(value).orElseThrow();
  }

  /** The value of a setting whose range lies within {@code int}. */
  public int count(Setting.Whole setting) {
    return Math.toIntExact(get(setting));
  }

  /** The values of a setting whose range lies within {@code int}. */
  public List<Integer> counts(Setting.Wholes setting) {
    return get(setting).stream().map(Math::toIntExact).toList();
  }

  /**
   * All values as TOML, in a fixed order, without those that are {@link Setting#implied()}, and the
   * network if there is one; reading it back gives an equal configuration.
   */
  public String toToml() {
    StringBuilder text = new StringBuilder();
    String table = "";
    for (Setting<?> setting : values.keySet()) {
      if (setting.implied().equals(Optional.ofNullable(values.get(setting)))) {
        continue;
      }
      int dot = setting.key().indexOf('.');
      String itsTable = dot < 0 ? "" : setting.key().substring(0, dot);
      if (!itsTable.equals(table)) {
        table = itsTable;
        text.append("\n[").append(table).append("]\n");
      }
      text.append(setting.key().substring(dot + 1))
          .append(" = ")
          .append(toml(setting))
          .append('\n');
    }
    network.ifPresent(tables -> text.append(tables.toToml()));
    return text.toString();
  }

  private <T> String toml(Setting<T> setting) {
    return setting.toml(get(setting));
  }

  /** SHA-256 of {@link #toToml}, hexadecimal. */
  public String hash() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(toToml().getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
