package plastron.tasks.config;

import java.util.List;
import java.util.Optional;

/**
 * One thing a user may set: its name, type and range.
 *
 * @param <T> type of its values
 */
public sealed interface Setting<T>
    permits Setting.Whole,
        Setting.Wholes,
        Setting.Real,
        Setting.Reals,
        Setting.Flag,
        Setting.Choice,
        NetworkSetting {

  /** As files write it, with its table, such as {@code training.batch}. */
  String key();

  /** What it decides, with its unit, as a sentence without a full stop. */
  String meaning();

  /** What values are expected, such as {@code a whole number from 1 to 10}. */
  String expected();

  /**
   * Checks type and range.
   *
   * @param value as the TOML parser gives it
   * @return empty if it is not what is expected
   */
  Optional<T> accept(Object value);

  /** A value as TOML. */
  String toml(T value);

  /**
   * What files mean that do not mention the setting because they are older than it; files do not
   * mention this value, so that old and new ones are the same. Empty if every file must have a
   * value.
   */
  default Optional<T> implied() {
    return Optional.empty();
  }

  /**
   * A whole number from {@code low} to {@code high}, each {@code step} above the one before.
   *
   * @param step at least 1
   */
  record Whole(String key, long low, long high, long step, String meaning, Optional<Long> implied)
      implements Setting<Long> {
    /** A number that every file must have. */
    public Whole(String key, long low, long high, String meaning) {
      this(key, low, high, meaning, Optional.empty());
    }

    /** Any number in the range. */
    public Whole(String key, long low, long high, String meaning, Optional<Long> implied) {
      this(key, low, high, 1, meaning, implied);
    }

    @Override
    public String expected() {
      String number =
          step == 1 ? "a whole number" : "one of %d, %d, ...".formatted(low, low + step);
      return high == Long.MAX_VALUE
          ? low == Long.MIN_VALUE ? number : number + " of at least " + low
          : number + (step == 1 ? " from %d to %d".formatted(low, high) : " up to " + high);
    }

    @Override
    public Optional<Long> accept(Object value) {
      return value instanceof Long l
              && l >= low
              && l <= high
              && (step == 1 || (l - low) % step == 0)
          ? Optional.of(l)
          : Optional.empty();
    }

    /**
     * The greatest value that is no larger than a number.
     *
     * @param most at least {@code low}
     */
    public long atMost(long most) {
      long number = Math.min(most, high);
      return step == 1 ? number : number - (number - low) % step;
    }

    @Override
    public String toml(Long value) {
      return value.toString();
    }
  }

  /** One or more whole numbers from {@code low} to {@code high}; a single one may stand alone. */
  record Wholes(String key, long low, long high, String meaning) implements Setting<List<Long>> {
    @Override
    public String expected() {
      return "a whole number from %d to %d, or a list of such".formatted(low, high);
    }

    @Override
    public Optional<List<Long>> accept(Object value) {
      List<?> given =
          switch (value) {
            case List<?> list -> list;
            default -> List.of(value);
          };
      List<Long> numbers =
          given.stream()
              .filter(v -> v instanceof Long l && l >= low && l <= high)
              .map(Long.class::cast)
              .toList();
      return numbers.isEmpty() || numbers.size() < given.size()
          ? Optional.empty()
          : Optional.of(numbers);
    }

    @Override
    public String toml(List<Long> value) {
      return value.size() == 1 ? value.getFirst().toString() : value.toString();
    }
  }

  /** A number from {@code low} to {@code high}, both included; never NaN. */
  record Real(String key, double low, double high, String meaning, Optional<Double> implied)
      implements Setting<Double> {
    /** A number that every file must have. */
    public Real(String key, double low, double high, String meaning) {
      this(key, low, high, meaning, Optional.empty());
    }

    @Override
    public String expected() {
      return low == Double.MIN_NORMAL
          ? "a number above 0 and up to " + high
          : "a number from %s to %s".formatted(low, high);
    }

    @Override
    public Optional<Double> accept(Object value) {
      return value instanceof Number n && n.doubleValue() >= low && n.doubleValue() <= high
          ? Optional.of(n.doubleValue())
          : Optional.empty();
    }

    @Override
    public String toml(Double value) {
      return Double.isInfinite(value) ? (value > 0 ? "inf" : "-inf") : value.toString();
    }
  }

  /** One or more finite numbers from {@code low} to {@code high}; a single one may stand alone. */
  record Reals(String key, double low, double high, String meaning)
      implements Setting<List<Double>> {
    @Override
    public String expected() {
      return "a number from %s to %s, or a list of such".formatted(low, high);
    }

    @Override
    public Optional<List<Double>> accept(Object value) {
      List<?> given = value instanceof List<?> list ? list : List.of(value);
      List<Double> numbers =
          given.stream()
              .filter(v -> v instanceof Number)
              .map(v -> ((Number) v).doubleValue())
              .filter(v -> v >= low && v <= high)
              .toList();
      return numbers.isEmpty() || numbers.size() < given.size()
          ? Optional.empty()
          : Optional.of(numbers);
    }

    @Override
    public String toml(List<Double> value) {
      return value.size() == 1 ? value.getFirst().toString() : value.toString();
    }
  }

  /** True or false. */
  record Flag(String key, String meaning) implements Setting<Boolean> {
    @Override
    public String expected() {
      return "true or false";
    }

    @Override
    public Optional<Boolean> accept(Object value) {
      return value instanceof Boolean b ? Optional.of(b) : Optional.empty();
    }

    @Override
    public String toml(Boolean value) {
      return value.toString();
    }
  }

  /** One of a few names. */
  record Choice(String key, List<String> names, String meaning, Optional<String> implied)
      implements Setting<String> {
    public Choice {
      names = List.copyOf(names);
    }

    /** A choice that every file must make. */
    public Choice(String key, List<String> names, String meaning) {
      this(key, names, meaning, Optional.empty());
    }

    @Override
    public String expected() {
      return "one of " + String.join(", ", names);
    }

    @Override
    public Optional<String> accept(Object value) {
      return value instanceof String s && names.contains(s) ? Optional.of(s) : Optional.empty();
    }

    @Override
    public String toml(String value) {
      return "\"" + value + "\"";
    }
  }
}
