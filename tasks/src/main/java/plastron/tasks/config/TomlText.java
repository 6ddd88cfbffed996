package plastron.tasks.config;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;
import plastron.tasks.cli.BadInputException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlReadFeature;

/** Reads TOML into what settings understand. */
public final class TomlText {

  /** A file that people write has a few kilobytes, and much more with a number for each neuron. */
  private static final int MOST_BYTES = 1 << 20;

  /** With dates as such, so that they are not taken for texts. */
  private static final TomlFactory FACTORY =
      TomlFactory.builder().enable(TomlReadFeature.PARSE_JAVA_TIME).build();

  private TomlText() {}

  /**
   * The text of a file.
   *
   * @param subject what it is, such as "Configuration", for errors
   * @throws BadInputException if it cannot be read
   */
  public static String ofFile(String subject, Path file) {
    try {
      return BoundedFile.text(file, MOST_BYTES);
    } catch (NoSuchFileException e) {
      throw new BadInputException(
          "%s (%s) does not exist.".formatted(subject, file), "Maybe the path is misspelt.");
    } catch (BrokenFileException e) {
      throw new BadInputException("%s (%s) %s".formatted(subject, file, e.reason()));
    } catch (IOException e) {
      throw new BadInputException(
          "%s (%s) cannot be read: %s.".formatted(subject, file, e.getMessage()));
    }
  }

  /**
   * Reads a text.
   *
   * @param origin where it comes from, for errors
   * @return by dotted key: texts, {@link Long}, {@link Double}, {@link Boolean}, lists of such;
   *     tables as maps, followed by what is in them; anything else as the parser gives it
   * @throws BadInputException with the line if it is not TOML
   */
  static Map<String, Object> read(String origin, String text) {
    Map<String, Object> entries = new LinkedHashMap<>();
    flatten("", tables("Configuration", origin, text), entries);
    return entries;
  }

  /**
   * Reads a text, with tables as maps.
   *
   * @param subject what it is, such as "Configuration", for errors
   * @param origin where it comes from, for errors
   * @throws BadInputException with the line if it is not TOML
   */
  public static Map<String, Object> tables(String subject, String origin, String text) {
    try {
      return parse(text);
    } catch (JacksonException e) {
      // A limit of the parser that is passed has no place.
      String place =
          e.getLocation() == null ? "" : "line %d, ".formatted(e.getLocation().getLineNr());
      throw new BadInputException(
          "%s (%s) is not TOML: %s%s.".formatted(subject, origin, place, e.getOriginalMessage()));
    }
  }

  /** The value that a text stands for behind an equals sign, or the text itself if it is none. */
  static Object value(String text) {
    try {
      Map<String, Object> read = parse("value = " + text);
      return read.size() == 1 ? read.getOrDefault("value", text) : text;
    } catch (JacksonException e) {
      return text;
    }
  }

  private static Map<String, Object> parse(String text) {
    try (JsonParser toml = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      toml.nextToken();
      return table(toml);
    }
  }

  /** A value as errors show it. */
  public static Object shown(Object value) {
    return switch (value) {
      case List<?> list -> "a list of " + list.size();
      case Map<?, ?> table -> "a table of " + table.size();
      default -> value;
    };
  }

  private static void flatten(String prefix, Map<?, ?> table, Map<String, Object> entries) {
    table.forEach(
        (name, value) -> {
          String key = prefix + name;
          entries.put(key, value);
          if (value instanceof Map<?, ?> inner) {
            flatten(key + ".", inner, entries);
          }
        });
  }

  private static Map<String, Object> table(JsonParser toml) {
    Map<String, Object> table = new LinkedHashMap<>();
    while (toml.nextToken() != JsonToken.END_OBJECT) {
      String name = toml.currentName();
      toml.nextToken();
      table.put(name, value(toml));
    }
    return table;
  }

  private static Object value(JsonParser toml) {
    return switch (toml.currentToken()) {
      case START_OBJECT -> table(toml);
      case START_ARRAY -> {
        List<Object> list = new ArrayList<>();
        while (toml.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(toml));
        }
        yield list;
      }
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NUMBER_INT -> {
        Number number = toml.getNumberValue();
        yield number instanceof Integer i ? (Object) i.longValue() : number;
      }
      case VALUE_NUMBER_FLOAT -> toml.getDoubleValue();
      case VALUE_STRING -> toml.getString();
      default -> toml.getEmbeddedObject();
    };
  }
}
