package plastron.tasks.conformance.rate;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.ArrayList;
import java.util.List;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;

/**
 * An array of a reference vector, of whatever depth; a number is one of depth 0.
 *
 * @param shape its lengths, outermost first
 * @param values row by row, all finite
 */
record NumberArray(List<Integer> shape, double[] values) {

  static NumberArray read(VectorReader object, String field) {
    return read(
        object.element(field), object.place().isEmpty() ? field : object.place() + ", " + field);
  }

  private static NumberArray read(JsonElement element, String place) {
    List<Integer> shape = new ArrayList<>();
    JsonElement first = element;
    while (first.isJsonArray() && !first.getAsJsonArray().isEmpty()) {
      shape.add(first.getAsJsonArray().size());
      first = first.getAsJsonArray().get(0);
    }
    List<Double> values = new ArrayList<>();
    collect(element, shape, 0, place, values);
    return new NumberArray(
        List.copyOf(shape), values.stream().mapToDouble(Double::doubleValue).toArray());
  }

  private static void collect(
      JsonElement element, List<Integer> shape, int depth, String place, List<Double> values) {
    if (depth < shape.size()) {
      if (!(element instanceof JsonArray array) || array.size() != shape.get(depth)) {
        throw new BrokenVectorException("%s must have the shape %s".formatted(place, shape));
      }
      for (JsonElement part : array) {
        collect(part, shape, depth + 1, place, values);
      }
      return;
    }
    if (!element.isJsonPrimitive()
        || !element.getAsJsonPrimitive().isNumber()
        || !Double.isFinite(element.getAsDouble())) {
      throw new BrokenVectorException("%s must hold finite numbers only".formatted(place));
    }
    values.add(element.getAsDouble());
  }

  /** The same if it has this shape. */
  NumberArray of(String place, Integer... wanted) {
    if (!shape.equals(List.of(wanted))) {
      throw new BrokenVectorException(
          "%s (shape %s) must have the shape %s".formatted(place, shape, List.of(wanted)));
    }
    return this;
  }
}
