package plastron.tasks.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import plastron.tasks.cli.BadInputException;

/** Every setting that runs of a kind of task have: the kind's own and those that all share. */
public final class Settings {

  /** Key of the setting that names the kind. */
  static final String KIND = "task.kind";

  private static final Map<TaskKind, Settings> KNOWN = new ConcurrentHashMap<>();

  private final List<Setting<?>> all;
  private final Setting.Choice kind;

  private Settings(TaskKind kind) {
    List<Setting<?>> own = kind.settings();
    List<Setting<?>> listed = new ArrayList<>(only(own, s -> table(s).isEmpty()));
    listed.add(RunSettings.SEED);
    this.kind = kind(kind);
    listed.add(this.kind);
    listed.addAll(only(own, s -> table(s).equals("task")));
    listed.addAll(only(own, s -> table(s).equals("model")));
    listed.addAll(
        only(TrainingSettings.ALL, s -> own.contains(s) || !TrainingSettings.OPTIONAL.contains(s)));
    all = List.copyOf(listed);
    for (Setting<?> setting : own) {
      if (!all.contains(setting)) {
        throw new IllegalArgumentException(
            "Setting %s of task %s must stand in table task or model, or be one of the optional ones of training."
                .formatted(setting.key(), kind.name()));
      }
    }
  }

  private static Setting.Choice kind(TaskKind kind) {
    Optional<String> implied = Optional.of(kind.name()).filter(TaskKinds.IMPLIED::equals);
    return new Setting.Choice(KIND, List.of(kind.name()), "kind of task", implied);
  }

  private static List<Setting<?>> only(List<Setting<?>> some, Predicate<Setting<?>> those) {
    return some.stream().filter(those).toList();
  }

  /** The settings of a kind. */
  public static Settings of(TaskKind kind) {
    return KNOWN.computeIfAbsent(kind, Settings::new);
  }

  /** All of them, in the order in which files list them. */
  public List<Setting<?>> all() {
    return all;
  }

  /** The setting that names the kind: files need it, since they are read before it is known. */
  Setting.Choice kind() {
    return kind;
  }

  /** The choices that stand in no table: what a run is about. */
  public List<Setting.Choice> choices() {
    return all.stream()
        .filter(s -> table(s).isEmpty())
        .filter(Setting.Choice.class::isInstance)
        .map(Setting.Choice.class::cast)
        .toList();
  }

  /** Whether some setting stands in the table of this name. */
  boolean isTable(String name) {
    return all.stream().anyMatch(s -> s.key().startsWith(name + "."));
  }

  /**
   * The setting of a key.
   *
   * @param key with its table, or without it
   */
  Optional<Setting<?>> find(String key) {
    Optional<Setting<?>> whole = all.stream().filter(s -> s.key().equals(key)).findFirst();
    return whole.or(() -> all.stream().filter(s -> s.key().endsWith("." + key)).findFirst());
  }

  /**
   * The setting of a key.
   *
   * @param key with its table, or without it
   * @param origin where the key stands, for the error
   * @throws BadInputException naming the nearest key if there is no such setting
   */
  Setting<?> find(String key, String origin) {
    return find(key)
        .orElseThrow(
            () ->
                new BadInputException(
                    "Setting (%s) in %s is not known.".formatted(key, origin), maybe(key)));
  }

  private String maybe(String key) {
    List<String> names =
        Stream.concat(all.stream().map(Setting::key), all.stream().map(Settings::table)).toList();
    return NearestName.of(key, names)
        .map(name -> isTable(name) ? "Maybe [%s] was meant.".formatted(name) : meant(name))
        .orElse("Maybe config.toml in the folder of a run helps: it has all settings there are.");
  }

  private static String meant(String name) {
    return "Maybe %s was meant.".formatted(name);
  }

  /** Name of the table that a setting stands in; empty if in none. */
  private static String table(Setting<?> setting) {
    return setting.key().substring(0, Math.max(0, setting.key().indexOf('.')));
  }
}
