package plastron.export.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import com.google.gson.Strictness;
import com.google.gson.ToNumberPolicy;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import com.google.gson.stream.MalformedJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import plastron.export.file.BoundedFile;
import plastron.export.file.BrokenFileException;

/**
 * Reads a file that holds one JSON object by the letter of RFC 8259. Beyond it, a name that stands
 * twice in one object and a number beyond the range of a double are refused, since either would be
 * read differently by different programs.
 */
public final class StrictJson {

  private static final Pattern PLACE = Pattern.compile("at line (\\d+) column (\\d+)");

  /** Bytes of memory for a byte of text, at most: a number of one digit takes two bytes. */
  private static final int MEMORY = 64;

  private StrictJson() {}

  /**
   * Reads a whole file.
   *
   * @throws BrokenVectorException if it is not one JSON object in UTF-8, or larger than memory
   *     allows; the message has the line and column
   * @throws IOException if the file cannot be read
   */
  public static JsonObject read(Path file) throws IOException {
    try {
      return parse(BoundedFile.text(file, BoundedFile.mostInMemory(MEMORY)));
    } catch (BrokenFileException e) {
      throw new BrokenVectorException(e.reason().replaceFirst("\\.$", ""));
    }
  }

  /**
   * Reads a text.
   *
   * @throws BrokenVectorException if it is not one JSON object; the message has the line and column
   */
  public static JsonObject parse(String text) {
    try (JsonReader json = new JsonReader(new StringReader(text))) {
      json.setStrictness(Strictness.STRICT);
      return wholeDocument(json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonObject wholeDocument(JsonReader json) throws IOException {
    try {
      if (json.peek() != JsonToken.BEGIN_OBJECT) {
        throw new BrokenVectorException(
            "holds one JSON value (" + json.peek() + "), expected a JSON object");
      }
      JsonObject document = object(json);
      if (json.peek() != JsonToken.END_DOCUMENT) {
        throw new BrokenVectorException("more text after the JSON object" + place(json));
      }
      return document;
    } catch (EOFException e) {
      throw new BrokenVectorException("not valid JSON: the file ends too early" + place(json));
    } catch (MalformedJsonException e) {
      throw new BrokenVectorException("not valid JSON" + place(json));
    }
  }

  private static JsonElement value(JsonReader json) throws IOException {
    return switch (json.peek()) {
      case BEGIN_OBJECT -> object(json);
      case BEGIN_ARRAY -> array(json);
      case STRING -> new JsonPrimitive(json.nextString());
      case NUMBER -> number(json);
      case BOOLEAN -> new JsonPrimitive(json.nextBoolean());
      case NULL -> {
        json.nextNull();
        yield JsonNull.INSTANCE;
      }
      case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT ->
          throw new MalformedJsonException("a value was expected");
    };
  }

  private static JsonObject object(JsonReader json) throws IOException {
    JsonObject object = new JsonObject();
    json.beginObject();
    while (json.hasNext()) {
      String name = json.nextName();
      if (object.has(name)) {
        throw new BrokenVectorException(
            "the name \"" + name + "\" stands twice in one object" + place(json));
      }
      object.add(name, value(json));
    }
    json.endObject();
    return object;
  }

  private static JsonArray array(JsonReader json) throws IOException {
    JsonArray array = new JsonArray();
    json.beginArray();
    while (json.hasNext()) {
      array.add(value(json));
    }
    json.endArray();
    return array;
  }

  private static JsonPrimitive number(JsonReader json) throws IOException {
    Number number = ToNumberPolicy.LAZILY_PARSED_NUMBER.readNumber(json);
    if (Double.isInfinite(number.doubleValue())) {
      throw new BrokenVectorException(
          "the number " + number + " is beyond the range of a double" + place(json));
    }
    return new JsonPrimitive(number);
  }

  /** The reader states its position only within the text of its own description. */
  private static String place(JsonReader json) {
    Matcher place = PLACE.matcher(json.toString());
    return place.find() ? " (line " + place.group(1) + ", column " + place.group(2) + ")" : "";
  }
}
