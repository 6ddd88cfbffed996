package plastron.tasks.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A setting that only the tables of a network have, see {@link NetworkSettings}.
 *
 * @param <T> type of its values
 */
public sealed interface NetworkSetting<T> extends Setting<T> {

  /** The name of a population. */
  record Name(String key, String meaning) implements NetworkSetting<String> {

    @Override
    public String expected() {
      return "the name of a population, in quotes";
    }

    @Override
    public Optional<String> accept(Object value) {
      return value instanceof String s && NetworkSection.isName(s)
          ? Optional.of(s)
          : Optional.empty();
    }

    @Override
    public String toml(String value) {
      return "\"" + value + "\"";
    }
  }

  /** A line of text. */
  record Line(String key, String meaning) implements NetworkSetting<String> {

    private static final int LONGEST = 2000;

    @Override
    public String expected() {
      return "one line of text of at most %d characters".formatted(LONGEST);
    }

    @Override
    public Optional<String> accept(Object value) {
      return value instanceof String s
              && s.length() <= LONGEST
              && s.chars().noneMatch(Character::isISOControl)
          ? Optional.of(s)
          : Optional.empty();
    }

    @Override
    public String toml(String value) {
      return "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
  }

  /** Names of something, in a list; a single one may stand alone. */
  record NameList(String key, String meaning) implements NetworkSetting<List<String>> {

    @Override
    public String expected() {
      return "a list of at least one name, in quotes";
    }

    @Override
    public Optional<List<String>> accept(Object value) {
      List<?> given = value instanceof List<?> list ? list : List.of(value);
      return given.isEmpty() || !given.stream().allMatch(NetworkSection::isName)
          ? Optional.empty()
          : Optional.of(given.stream().map(Object::toString).toList());
    }

    @Override
    public String toml(List<String> value) {
      return value.stream().map(name -> "\"" + name + "\"").toList().toString();
    }
  }

  /** Numbers from {@code low} to {@code high}: one for all neurons, or a list with one for each. */
  record Numbers(String key, double low, double high, String meaning)
      implements NetworkSetting<List<Double>> {

    @Override
    public String expected() {
      return "a number from %s to %s, or a list with one for each neuron".formatted(low, high);
    }

    @Override
    public Optional<List<Double>> accept(Object value) {
      return numbers(value instanceof List<?> list ? list : List.of(value))
          .filter(all -> !all.isEmpty() && all.stream().allMatch(v -> v >= low && v <= high));
    }

    @Override
    public String toml(List<Double> value) {
      return value.size() == 1 ? value.getFirst().toString() : value.toString();
    }
  }

  /** Some of a few names, in a list; a single one may stand alone. */
  record Names(String key, List<String> names, String meaning)
      implements NetworkSetting<List<String>> {

    public Names {
      names = List.copyOf(names);
    }

    @Override
    public String expected() {
      return "some of %s, each once, in a list".formatted(String.join(", ", names));
    }

    @Override
    public Optional<List<String>> accept(Object value) {
      List<?> given = value instanceof List<?> list ? list : List.of(value);
      List<String> known = names.stream().filter(given::contains).toList();
      return known.size() == given.size() && !known.isEmpty()
          ? Optional.of(known)
          : Optional.empty();
    }

    @Override
    public String toml(List<String> value) {
      return value.stream().map(name -> "\"" + name + "\"").toList().toString();
    }
  }

  /**
   * What parameters of a rule start from, by name: a number everywhere, or mean and deviation of a
   * normal distribution.
   */
  record Starts(String key, String meaning) implements NetworkSetting<Map<String, List<Double>>> {

    @Override
    public String expected() {
      return "a table of parameters, each with a number or a list of mean and deviation";
    }

    @Override
    public Optional<Map<String, List<Double>>> accept(Object value) {
      if (!(value instanceof Map<?, ?> table)) {
        return Optional.empty();
      }
      Map<String, List<Double>> starts = new LinkedHashMap<>();
      for (Map.Entry<?, ?> entry : table.entrySet()) {
        Object number = entry.getValue();
        Optional<List<Double>> numbers =
            numbers(number instanceof List<?> list ? list : List.of(number))
                .filter(all -> all.size() == 1 || (all.size() == 2 && all.getLast() >= 0));
        if (!NetworkSection.isName(entry.getKey()) || numbers.isEmpty()) {
          return Optional.empty();
        }
        starts.put(entry.getKey().toString(), numbers.get());
      }
      return Optional.of(starts);
    }

    @Override
    public String toml(Map<String, List<Double>> value) {
      return value.entrySet().stream()
          .map(e -> e.getKey() + " = " + number(e.getValue()))
          .collect(Collectors.joining(", ", "{ ", " }"));
    }

    private static Object number(List<Double> numbers) {
      return numbers.size() == 1 ? numbers.getFirst() : numbers;
    }
  }

  private static Optional<List<Double>> numbers(List<?> values) {
    List<Double> numbers = new ArrayList<>();
    for (Object value : values) {
      if (!(value instanceof Number n) || !Double.isFinite(n.doubleValue())) {
        return Optional.empty();
      }
      numbers.add(n.doubleValue());
    }
    return Optional.of(numbers);
  }
}
