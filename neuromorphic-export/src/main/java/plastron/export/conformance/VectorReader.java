package plastron.export.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Typed reading of one object of a reference file. Every method either returns a value of the asked
 * type, shape and range or throws a {@link BrokenVectorException} whose line names the place, the
 * value met and what was expected. Long, because every shape that a file may have is read here.
 */
public final class VectorReader {

  private final JsonObject object;
  private final String place;

  private VectorReader(JsonObject object, String place) {
    this.object = object;
    this.place = place;
  }

  /** Reads a whole document. */
  public static VectorReader of(JsonObject document) {
    return new VectorReader(document, "");
  }

  /** Whether the document carries this format and kind, see {@link #hasFormat}. */
  public static boolean hasKind(JsonObject document, String format, String kind) {
    return hasFormat(document, format) && isText(document.get("kind"), kind);
  }

  /** Whether a document has this format; never throws, for {@link ConformanceKind#recognises}. */
  public static boolean hasFormat(JsonObject document, String format) {
    return isText(document.get("format"), format);
  }

  private static boolean isText(@Nullable JsonElement element, String want) {
    return element != null && VectorElements.isText(element) && element.getAsString().equals(want);
  }

  /**
   * The objects of the array {@code cases}, at least one; a case with a text {@code name} is placed
   * by that name.
   */
  public List<VectorReader> cases() {
    List<VectorReader> cases = objects("cases");
    if (cases.isEmpty()) {
      throw VectorElements.broken(path("cases"), "0 cases", "at least one case");
    }
    return cases;
  }

  /**
   * The objects of an array; an object with a text {@code name} is placed by that name, others by
   * their index.
   */
  public List<VectorReader> objects(String field) {
    JsonArray array = VectorElements.array(required(field), path(field), -1);
    List<VectorReader> result = new ArrayList<>(array.size());
    for (int i = 0; i < array.size(); i++) {
      String at = path(field) + "[" + i + "]";
      JsonElement element = array.get(i);
      if (!element.isJsonObject()) {
        throw VectorElements.broken(at, VectorElements.shown(element), "an object");
      }
      JsonElement name = element.getAsJsonObject().get("name");
      boolean named = name != null && VectorElements.isText(name);
      result.add(
          new VectorReader(element.getAsJsonObject(), named ? "case " + name.getAsString() : at));
    }
    return result;
  }

  /** Where this object stands in the file, for messages; empty for the document itself. */
  public String place() {
    return place;
  }

  /** Whether the field is there and is not null. */
  public boolean has(String field) {
    JsonElement element = object.get(field);
    return element != null && !element.isJsonNull();
  }

  /** The names of all fields of this object, in the file's order. */
  public List<String> fields() {
    return List.copyOf(object.keySet());
  }

  /** The raw element of a field that must be there; it may be null in the JSON sense. */
  public JsonElement element(String field) {
    JsonElement element = object.get(field);
    if (element == null) {
      throw new BrokenVectorException(path(field) + " is missing");
    }
    return element;
  }

  /** A nested object. */
  public VectorReader object(String field) {
    JsonElement element = required(field);
    if (!element.isJsonObject()) {
      throw VectorElements.broken(path(field), VectorElements.shown(element), "an object");
    }
    return new VectorReader(element.getAsJsonObject(), path(field));
  }

  /** A text. */
  public String text(String field) {
    JsonElement element = required(field);
    if (!VectorElements.isText(element)) {
      throw VectorElements.broken(path(field), VectorElements.shown(element), "a text");
    }
    return element.getAsString();
  }

  /** A truth value. */
  public boolean flag(String field) {
    JsonElement element = required(field);
    if (!element.isJsonPrimitive() || !element.getAsJsonPrimitive().isBoolean()) {
      throw VectorElements.broken(path(field), VectorElements.shown(element), "true or false");
    }
    return element.getAsBoolean();
  }

  /** A whole number in {@code [min, max]}. */
  public int integer(String field, int min, int max) {
    return (int) VectorElements.whole(required(field), min, max, path(field));
  }

  /** A whole number in {@code [min, max]} that may need more than 32 bits. */
  public long whole(String field, long min, long max) {
    return VectorElements.whole(required(field), min, max, path(field));
  }

  /** A finite number. */
  public double number(String field) {
    return VectorElements.finite(required(field), path(field));
  }

  /**
   * Whole numbers in {@code [min, max]}.
   *
   * @param length the exact length, or -1 for any
   */
  public int[] ints(String field, int length, int min, int max) {
    return VectorElements.ints(required(field), length, min, max, path(field));
  }

  /**
   * Finite numbers.
   *
   * @param length the exact length, or -1 for any
   */
  public double[] numbers(String field, int length) {
    return VectorElements.numbers(required(field), length, path(field));
  }

  /** Texts, any number of them. */
  public List<String> texts(String field) {
    List<String> result = new ArrayList<>();
    for (JsonElement element : VectorElements.array(required(field), path(field), -1)) {
      if (!VectorElements.isText(element)) {
        throw VectorElements.broken(
            path(field), VectorElements.shown(element), "an array of texts");
      }
      result.add(element.getAsString());
    }
    return result;
  }

  /** A matrix of finite numbers of exactly this shape. */
  public double[][] numberMatrix(String field, int rows, int columns) {
    JsonArray array = VectorElements.array(required(field), path(field), rows);
    double[][] result = new double[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = VectorElements.numbers(array.get(i), columns, path(field) + "[" + i + "]");
    }
    return result;
  }

  /** Rows of finite numbers, any number of them, each of any length. */
  public double[][] numberRows(String field) {
    JsonArray array = VectorElements.array(required(field), path(field), -1);
    double[][] result = new double[array.size()][];
    for (int i = 0; i < result.length; i++) {
      result[i] = VectorElements.numbers(array.get(i), -1, path(field) + "[" + i + "]");
    }
    return result;
  }

  /**
   * A matrix of whole numbers in {@code [min, max]}, all rows of one length.
   *
   * @param rows the exact number of rows, or -1 for any
   * @param columns the exact length of each row, or -1 for that of the first row
   */
  public int[][] intMatrix(String field, int rows, int columns, int min, int max) {
    return VectorElements.matrix(required(field), rows, columns, min, max, path(field));
  }

  /**
   * A matrix of whole numbers in {@code [min, max]} that may need more than 32 bits.
   *
   * @param columns the exact length of each row
   */
  public long[][] wholeMatrix(String field, int columns, long min, long max) {
    JsonArray array = VectorElements.array(required(field), path(field), -1);
    long[][] result = new long[array.size()][columns];
    for (int i = 0; i < result.length; i++) {
      String at = path(field) + "[" + i + "]";
      JsonArray row = VectorElements.array(array.get(i), at, columns);
      for (int j = 0; j < columns; j++) {
        result[i][j] = VectorElements.whole(row.get(j), min, max, at);
      }
    }
    return result;
  }

  /**
   * A cube of whole numbers in {@code [min, max]}, indexed {@code [layer][row][column]}, of exactly
   * this shape.
   */
  public int[][][] intCube(String field, int layers, int rows, int columns, int min, int max) {
    JsonArray array = VectorElements.array(required(field), path(field), layers);
    int[][][] result = new int[array.size()][][];
    for (int i = 0; i < result.length; i++) {
      result[i] =
          VectorElements.matrix(array.get(i), rows, columns, min, max, path(field) + "[" + i + "]");
    }
    return result;
  }

  /** For each of {@code steps} steps a list, of any length, of indices in {@code [0, size)}. */
  public int[][] indexLists(String field, int steps, int size) {
    JsonArray array = VectorElements.array(required(field), path(field), steps);
    int[][] result = new int[array.size()][];
    for (int i = 0; i < result.length; i++) {
      result[i] = VectorElements.ints(array.get(i), -1, 0, size - 1, path(field) + "[" + i + "]");
    }
    return result;
  }

  private JsonElement required(String field) {
    JsonElement element = element(field);
    if (element.isJsonNull()) {
      throw new BrokenVectorException(path(field) + " is null");
    }
    return element;
  }

  private String path(String field) {
    return place.isEmpty() ? field : place + ", " + field;
  }
}
