package plastron.core.check;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses arguments, with {@link IllegalArgumentException} and a line that names them. */
public final class Require {

  private Require() {}

  /**
   * The value, which must be there.
   *
   * @param subject what it is, the first words of the refusal
   */
  public static <T> T given(String subject, @Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("%s (null) must be given.".formatted(subject));
    }
    return value;
  }

  /** A copy of a list, which must be there, with all of its elements. */
  public static <T> List<T> all(String subject, @Nullable List<? extends T> values) {
    int index = 0;
    for (T value : given(subject, values)) {
      given("%s: number %d".formatted(subject, index++), value);
    }
    return List.copyOf(values);
  }

  /** A copy of a map in the same order, which must be there, with all of its keys and values. */
  public static <V> Map<String, V> all(String subject, @Nullable Map<String, ? extends V> values) {
    given(subject, values)
        .forEach(
            (key, value) -> {
              given("Name in " + subject, key);
              given("%s (%s):".formatted(subject, key), value);
            });
    return Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /** A name, which must be there and have at least one character that is no blank. */
  public static String name(String subject, @Nullable String name) {
    String present = given(subject, name);
    if (present.isBlank()) {
      throw new IllegalArgumentException(
          "%s (%s) must have a character that is no blank.".formatted(subject, present));
    }
    return present;
  }

  /** A finite number. */
  public static double finite(String subject, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(
          "%s (%s) must be a finite number.".formatted(subject, value));
    }
    return value;
  }

  /** A finite number of at least 0. */
  public static double notNegative(String subject, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s (%s) must be a finite number of at least 0.".formatted(subject, value));
    }
    return value;
  }

  /** A finite number above 0. */
  public static double positive(String subject, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new IllegalArgumentException(
          "%s (%s) must be a finite number above 0.".formatted(subject, value));
    }
    return value;
  }

  /** One of several values. */
  public static <T> T oneOf(String subject, T value, Collection<? extends T> expected) {
    if (!expected.contains(value)) {
      throw new IllegalArgumentException(
          "%s (%s) must be one of %s.".formatted(subject, value, expected));
    }
    return value;
  }
}
