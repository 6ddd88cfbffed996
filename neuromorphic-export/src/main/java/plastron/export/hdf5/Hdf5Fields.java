package plastron.export.hdf5;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import plastron.core.check.Require;

/**
 * Named values of a file. What is not there, or something else than expected, is refused with
 * {@link IllegalArgumentException} in a line that names it.
 *
 * @param subject what the values belong to, as it starts a sentence
 * @param group the values
 */
public record Hdf5Fields(String subject, Hdf5Group group) {

  public Hdf5Fields {
    Require.given("Subject of fields", subject);
    Require.given("Fields of " + subject, group);
  }

  /** Whether there is a value or group of this name. */
  public boolean has(String name) {
    return group.find(name).isPresent();
  }

  /** The value of a name. */
  public Hdf5Array array(String name) {
    if (present(name) instanceof Hdf5Array array) {
      return array;
    }
    throw other(name, "a value");
  }

  /** The group of a name. */
  public Hdf5Fields inner(String name) {
    if (present(name) instanceof Hdf5Group inner) {
      return new Hdf5Fields("%s, %s".formatted(subject, name), inner);
    }
    throw other(name, "a group");
  }

  /** The group of a name; one without anything in it where there is none. */
  public Hdf5Fields innerOrEmpty(String name) {
    return has(name)
        ? inner(name)
        : new Hdf5Fields("%s, %s".formatted(subject, name), Hdf5Group.of(Map.of()));
  }

  /** The groups of names that count from 0. */
  public List<Hdf5Fields> listed(String name) {
    if (!has(name)) {
      return List.of();
    }
    Hdf5Fields list = inner(name);
    int count = list.group.children().size();
    return IntStream.range(0, count).mapToObj(k -> list.inner(Integer.toString(k))).toList();
  }

  /** A single text, or a row of one. */
  public String text(String name) {
    List<String> texts = texts(name);
    if (texts.size() == 1) {
      return texts.getFirst();
    }
    throw other(name, "one text");
  }

  /** Texts of any shape. */
  public List<String> texts(String name) {
    if (array(name) instanceof Hdf5Array.Texts texts) {
      return texts.values();
    }
    throw other(name, "texts");
  }

  /** A text that is one of several, the first where there is none. */
  public String choice(String name, List<String> expected) {
    return has(name)
        ? Require.oneOf("%s, %s,".formatted(subject, name), text(name), expected)
        : expected.getFirst();
  }

  /** Numbers of any shape, infinite ones and those that are none among them. */
  public double[] reals(String name) {
    return switch (array(name)) {
      case Hdf5Array.Reals reals -> reals.values();
      case Hdf5Array.Integers integers ->
          Arrays.stream(integers.values()).asDoubleStream().toArray();
      case Hdf5Array other -> throw other(name, "numbers");
    };
  }

  /** Finite numbers of any shape. */
  public double[] numbers(String name) {
    double[] values = reals(name);
    for (double value : values) {
      Require.finite("%s, %s,".formatted(subject, name), value);
    }
    return values;
  }

  /** A single integer of 64 bits. */
  public long whole(String name) {
    if (array(name) instanceof Hdf5Array.Integers integers && integers.size() == 1) {
      return integers.values()[0];
    }
    throw other(name, "one integer");
  }

  /** A single finite number. */
  public double number(String name) {
    double[] numbers = numbers(name);
    if (numbers.length == 1) {
      return numbers[0];
    }
    throw other(name, "one number");
  }

  /** Integers of any shape. */
  public int[] integers(String name) {
    double[] numbers = numbers(name);
    int[] values = new int[numbers.length];
    for (int k = 0; k < values.length; k++) {
      values[k] = (int) numbers[k];
      if (values[k] != numbers[k]) {
        throw new IllegalArgumentException(
            "%s, %s (%s) must be integers of 32 bits.".formatted(subject, name, numbers[k]));
      }
    }
    return values;
  }

  /** A single integer in a range. */
  public int integer(String name, int low, int high) {
    int[] values = integers(name);
    if (values.length != 1 || values[0] < low || values[0] > high) {
      throw new IllegalArgumentException(
          "%s, %s (%s) must be an integer from %d to %d."
              .formatted(subject, name, Arrays.toString(values), low, high));
    }
    return values[0];
  }

  /** Length along every side of a value. */
  public List<Integer> shape(String name) {
    return array(name).shape();
  }

  private Hdf5Node present(String name) {
    Optional<Hdf5Node> found = group.find(name);
    return found.orElseThrow(
        () ->
            new IllegalArgumentException(
                "%s lacks (%s), it has %s."
                    .formatted(
                        subject, name, group.children().keySet().stream().limit(20).toList())));
  }

  private IllegalArgumentException other(String name, String expected) {
    return new IllegalArgumentException(
        "%s, %s (%s) must be %s."
            .formatted(
                subject, name, group.find(name).map(Hdf5Node::describe).orElse("-"), expected));
  }
}
