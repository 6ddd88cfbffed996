package plastron.export.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;

/** Turns single JSON elements into numbers and arrays of a demanded range and shape. */
final class VectorElements {

  private static final int SHOWN_CHARACTERS = 40;

  private VectorElements() {}

  static boolean isText(JsonElement element) {
    return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
  }

  static BrokenVectorException broken(String place, String met, String expected) {
    return new BrokenVectorException("%s (%s) should be %s".formatted(place, met, expected));
  }

  static String shown(JsonElement element) {
    String text = element.toString().replaceAll("\\s+", " ");
    return text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "...";
  }

  static JsonArray array(JsonElement element, String place, int length) {
    if (!element.isJsonArray()) {
      throw broken(place, shown(element), "an array");
    }
    JsonArray array = element.getAsJsonArray();
    if (length >= 0 && array.size() != length) {
      throw broken(place, array.size() + " elements", "an array of " + length);
    }
    return array;
  }

  static long whole(JsonElement element, long min, long max, String place) {
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      String text = primitive.getAsString();
      try {
        long value = new BigDecimal(text).longValueExact();
        if (value >= min && value <= max) {
          return value;
        }
      } catch (ArithmeticException | NumberFormatException notWhole) {
        throw broken(place, shown(element), "a whole number in [%d, %d]".formatted(min, max));
      }
    }
    throw broken(place, shown(element), "a whole number in [%d, %d]".formatted(min, max));
  }

  static double finite(JsonElement element, String place) {
    if (element instanceof JsonPrimitive primitive && primitive.isNumber()) {
      double value = primitive.getAsDouble();
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw broken(place, shown(element), "a finite number");
  }

  static int[] ints(JsonElement element, int length, int min, int max, String place) {
    JsonArray array = array(element, place, length);
    int[] result = new int[array.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = (int) whole(array.get(i), min, max, place);
    }
    return result;
  }

  static double[] numbers(JsonElement element, int length, String place) {
    JsonArray array = array(element, place, length);
    double[] result = new double[array.size()];
    for (int i = 0; i < result.length; i++) {
      result[i] = finite(array.get(i), place);
    }
    return result;
  }

  static int[][] matrix(
      JsonElement element, int rows, int columns, int min, int max, String place) {
    JsonArray array = array(element, place, rows);
    int[][] result = new int[array.size()][];
    int width = columns;
    for (int i = 0; i < result.length; i++) {
      result[i] = ints(array.get(i), width, min, max, place + "[" + i + "]");
      width = result[i].length;
    }
    return result;
  }
}
