package plastron.tasks.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import plastron.tasks.cli.BadInputException;

/**
 * A table about one population, projection or module of a network, checked key by key.
 *
 * @param origin where it stands, for errors
 * @param kind {@code populations}, {@code projections} or {@code modules}
 * @param name of the population, projection or module
 * @param values by setting, of the type that the setting accepts
 */
public record NetworkSection(
    String origin, String kind, String name, Map<Setting<?>, Object> values) {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  /** Whether something can be the name of a population, projection or parameter. */
  static boolean isName(Object value) {
    return value instanceof String s && NAME.matcher(s).matches();
  }

  /**
   * Reads a table.
   *
   * @param known what it may say
   * @throws BadInputException naming what is not known, or not as expected
   */
  static NetworkSection read(
      String origin, String kind, Object name, Object table, List<Setting<?>> known) {
    if (!isName(name)) {
      throw new BadInputException(
          "Name of a table of %s in %s (%s) must be of letters, digits, hyphens and underscores, 100 at most."
              .formatted(kind, origin, name));
    }
    if (!(table instanceof Map<?, ?> entries)) {
      throw new BadInputException(
          "Setting %s.%s in %s (%s) must be a table."
              .formatted(kind, name, origin, TomlText.shown(table)),
          "Maybe [%s.%s] was meant.".formatted(kind, name));
    }
    NetworkSection section =
        new NetworkSection(origin, kind, name.toString(), new LinkedHashMap<>());
    entries.forEach((key, value) -> section.put(known, key.toString(), value));
    return section;
  }

  private void put(List<Setting<?>> known, String key, Object value) {
    Setting<?> setting =
        known.stream()
            .filter(s -> s.key().equals(key))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadInputException(
                        "Setting (%s) of %s in %s is not known.".formatted(key, title(), origin),
                        maybe(key, known)));
    values.put(setting, setting.accept(value).orElseThrow(() -> wrong(setting, value)));
  }

  private static String maybe(String key, List<Setting<?>> known) {
    List<String> names = known.stream().map(Setting::key).toList();
    return NearestName.of(key, names)
        .map("Maybe %s was meant."::formatted)
        .orElse("Maybe one of %s.".formatted(String.join(", ", names)));
  }

  private BadInputException wrong(Setting<?> setting, Object value) {
    String message =
        "Setting %s.%s in %s (%s) must be %s."
            .formatted(title(), setting.key(), origin, TomlText.shown(value), setting.expected());
    return setting instanceof Setting.Choice choice && value instanceof String text
        ? new BadInputException(message, NearestName.maybe(text, choice.names()))
        : new BadInputException(message);
  }

  /** As files call it, such as {@code populations.hidden}. */
  public String title() {
    return kind + "." + name;
  }

  /** The value of a setting, if the table has it. */
  public <T> Optional<T> get(Setting<T> setting) {
    return Optional.ofNullable(values.get(setting)).flatMap(setting::accept);
  }

  /**
   * The value of a setting that the table must have.
   *
   * @throws BadInputException otherwise
   */
  public <T> T require(Setting<T> setting) {
    return get(setting)
        .orElseThrow(
            () ->
                new BadInputException(
                    "Setting %s.%s in %s (missing) must be %s."
                        .formatted(title(), setting.key(), origin, setting.expected())));
  }

  /**
   * Requires that the table says nothing of a setting.
   *
   * @param why continues the sentence
   * @throws BadInputException otherwise
   */
  public void refuse(Setting<?> setting, String why) {
    if (values.containsKey(setting)) {
      throw new BadInputException(
          "Setting %s.%s in %s (%s) %s"
              .formatted(title(), setting.key(), origin, values.get(setting), why),
          "Maybe leave it out.");
    }
  }

  /** As TOML; reading it back gives the same. */
  String toToml() {
    StringBuilder text = new StringBuilder("\n[%s]\n".formatted(title()));
    values
        .keySet()
        .forEach(s -> text.append("%s = %s%n".formatted(s.key(), toml(s)).replace("\r\n", "\n")));
    return text.toString();
  }

  private <T> String toml(Setting<T> setting) {
    return setting.toml(require(setting));
  }
}
