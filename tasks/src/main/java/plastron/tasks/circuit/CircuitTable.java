package plastron.tasks.circuit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plastron.tasks.cli.BadInputException;
import plastron.tasks.config.NearestName;
import plastron.tasks.config.TomlText;

/**
 * A table of a file, read key by key; what nobody asks for is refused at the end. Every refusal
 * names the file and the line.
 */
final class CircuitTable {

  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,100}");

  private final CircuitSource source;
  private final List<String> path;
  private final Map<?, ?> values;
  private final @Nullable CircuitTable model;
  private final Set<String> asked;

  private CircuitTable(
      CircuitSource source,
      List<String> path,
      Map<?, ?> values,
      @Nullable CircuitTable model,
      Set<String> asked) {
    this.source = source;
    this.path = path;
    this.values = values;
    this.model = model;
    this.asked = asked;
  }

  /** All of a file. */
  static CircuitTable of(Path path, String text) {
    Map<String, Object> values = TomlText.tables("Circuit", path.toString(), text);
    return new CircuitTable(
        CircuitSource.of(path, text), List.of(), values, null, new LinkedHashSet<>());
  }

  /** A file that the table names. */
  Path file(String name) {
    return source.file(path, name);
  }

  /** All files that were named so far. */
  List<Path> files() {
    return List.copyOf(source.named());
  }

  /** The same table, which takes what it does not say from another one. */
  CircuitTable like(CircuitTable other) {
    return new CircuitTable(source, path, values, other, asked);
  }

  /** The name of the table. */
  String name() {
    return path.getLast();
  }

  /** File and line, such as {@code net.toml, line 7}. */
  String place() {
    return source.place(path);
  }

  /** The tables within a table of this key, in the order of the file; none if it is not there. */
  List<CircuitTable> tables(String key) {
    List<CircuitTable> all = new ArrayList<>();
    table(key)
        .ifPresent(
            outer ->
                outer.values.forEach(
                    (name, value) -> all.add(outer.table(name.toString()).orElseThrow().named())));
    return all;
  }

  private CircuitTable named() {
    if (!NAME.matcher(name()).matches()) {
      throw new BadInputException(
          "Name of a table in %s (%s) must be of letters, digits, hyphens and underscores, 100 at most."
              .formatted(place(), name()));
    }
    return this;
  }

  /** A table within this one, if it is there. */
  Optional<CircuitTable> table(String key) {
    return find(key)
        .map(
            value ->
                new CircuitTable(source, path(key), map(key, value), null, new LinkedHashSet<>()));
  }

  private Map<?, ?> map(String key, Object value) {
    if (value instanceof Map<?, ?> map) {
      return map;
    }
    throw wrong(
        key,
        "a table",
        "Maybe [%s] was meant, with its keys below.".formatted(String.join(".", path(key))));
  }

  private List<String> path(String key) {
    List<String> longer = new ArrayList<>(path);
    longer.add(key);
    return longer;
  }

  /** Whether a key is there. */
  boolean has(String key) {
    return find(key).isPresent();
  }

  private Optional<Object> find(String key) {
    asked.add(key);
    Object value = values.get(key);
    if (value != null) {
      return Optional.of(value);
    }
    return model == null ? Optional.empty() : model.find(key);
  }

  /** The value of a key, as TOML has it. */
  Object value(String key, String expected) {
    return find(key).orElseThrow(() -> wrong(key, expected));
  }

  /** A number that must be there. */
  double number(String key, NumberRange range) {
    if (value(key, range.expected()) instanceof Number number
        && range.holds().test(number.doubleValue())) {
      return number.doubleValue();
    }
    throw wrong(key, range.expected());
  }

  /** A number that may be left out. */
  double number(String key, NumberRange range, double otherwise) {
    return has(key) ? number(key, range) : otherwise;
  }

  /** A whole number that must be there. */
  long whole(String key, long least, long most) {
    String expected = "a whole number from %d to %d".formatted(least, most);
    if (value(key, expected) instanceof Long number && number >= least && number <= most) {
      return number;
    }
    throw wrong(key, expected);
  }

  /** A whole number that may be left out. */
  long whole(String key, long least, long most, long otherwise) {
    return has(key) ? whole(key, least, most) : otherwise;
  }

  /** A text that must be there. */
  String text(String key, String expected) {
    if (value(key, expected) instanceof String text) {
      return text;
    }
    throw wrong(key, expected);
  }

  /** One of some names. */
  String choice(String key, List<String> names) {
    return choice(key, value(key, oneOf(names)), names);
  }

  /** One or more of some names. */
  List<String> choices(String key, List<String> names) {
    Object value = value(key, oneOf(names));
    List<?> all = value instanceof List<?> list && !list.isEmpty() ? list : List.of(value);
    return all.stream().map(one -> choice(key, one, names)).toList();
  }

  private String choice(String key, Object value, List<String> names) {
    if (value instanceof String text) {
      if (names.contains(text)) {
        return text;
      }
      throw refusal(key, text, oneOf(names), NearestName.maybe(text, names));
    }
    throw wrong(key, oneOf(names));
  }

  private static String oneOf(List<String> names) {
    return "one of " + String.join(", ", names);
  }

  /** Makes something of what was read; what it refuses is said with the place of the table. */
  <T> T make(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException e) {
      throw new BadInputException(
          "%s in %s: %s"
              .formatted(
                  path.isEmpty() ? "Circuit" : "Table " + String.join(".", path),
                  place(),
                  e.getMessage()));
    }
  }

  /** The refusal of the value of a key, or of its absence. */
  BadInputException wrong(String key, String expected) {
    return wrong(key, expected, null);
  }

  /** The same with a way out. */
  BadInputException wrong(String key, String expected, @Nullable String maybe) {
    return refusal(key, find(key).map(TomlText::shown).orElse("missing"), expected, maybe);
  }

  private BadInputException refusal(
      String key, Object value, String expected, @Nullable String maybe) {
    if (model != null && !values.containsKey(key) && model.has(key)) {
      return model.refusal(key, value, expected + ", also for those that are like it", maybe);
    }
    List<String> whole = path(key);
    return new BadInputException(
        "Setting %s in %s (%s) must be %s."
            .formatted(String.join(".", whole), source.place(whole), value, expected),
        maybe);
  }

  /** Refuses keys that nobody has asked for. */
  void finish() {
    for (Object key : values.keySet()) {
      String name = key.toString();
      if (!asked.contains(name)) {
        List<String> whole = path(name);
        throw new BadInputException(
            "Setting (%s) in %s is not known, expected some of %s."
                .formatted(String.join(".", whole), source.place(whole), String.join(", ", asked)),
            NearestName.maybe(name, asked));
      }
    }
  }
}
