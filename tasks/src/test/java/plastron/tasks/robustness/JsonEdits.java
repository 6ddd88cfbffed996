package plastron.tasks.robustness;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Edits of JSON: values of other kinds, missing, repeated and further ones, and of its text. */
final class JsonEdits {

  /** Stands for a name that is there already: a document in memory cannot hold it twice. */
  private static final String AGAIN = "\u0001again";

  private static final String[] NUMBERS = {
    "1e308", "-1e308", "1e-400", "1.0", "-0", "1E2", "0.1e1", "1e18", "0." + "0".repeat(2000) + "1"
  };

  private JsonEdits() {}

  /** A few edits; the document given is not modified. */
  static byte[] edited(JsonObject original, RandomGenerator random) {
    JsonObject document = original.deepCopy();
    int edits = Extremes.edits(random);
    for (int i = 0; i < edits; i++) {
      inside(document, random);
    }
    byte[] text = text(document, random).getBytes(StandardCharsets.UTF_8);
    return switch (random.nextInt(8)) {
      case 0 -> ByteEdits.edit(text, random);
      case 1 -> TextEdits.edit(text, random);
      default -> text;
    };
  }

  private static String text(JsonObject document, RandomGenerator random) {
    String text = document.toString();
    List<String> names = List.copyOf(document.keySet());
    String some = names.isEmpty() ? "" : names.get(random.nextInt(names.size()));
    return text.replace("\\u0001again", some);
  }

  /** Goes down by chance, as often to a short field as to a long array, and edits there. */
  private static void inside(JsonElement place, RandomGenerator random) {
    switch (place) {
      case JsonObject object when !object.isEmpty() -> {
        List<String> names = List.copyOf(object.keySet());
        String name = names.get(random.nextInt(names.size()));
        JsonElement inner = object.get(name);
        if (isHolder(inner) && random.nextInt(4) > 0) {
          inside(inner, random);
        } else {
          edit(object, name, random);
        }
      }
      case JsonArray array when !array.isEmpty() -> {
        int at = random.nextInt(array.size());
        if (isHolder(array.get(at)) && random.nextInt(4) > 0) {
          inside(array.get(at), random);
        } else {
          edit(array, at, random);
        }
      }
      case JsonObject object -> object.add("a", value(random));
      case JsonArray array -> array.add(value(random));
      default -> throw new IllegalArgumentException("Nothing is inside of " + place);
    }
  }

  private static boolean isHolder(JsonElement element) {
    return element.isJsonObject() || element.isJsonArray();
  }

  private static void edit(JsonObject object, String name, RandomGenerator random) {
    switch (random.nextInt(6)) {
      case 0 -> object.remove(name);
      case 1 -> object.add(Extremes.text(random), object.get(name));
      case 2 -> object.add(AGAIN, object.get(name));
      default -> object.add(name, changed(object.get(name), random));
    }
  }

  private static void edit(JsonArray array, int at, RandomGenerator random) {
    switch (random.nextInt(6)) {
      case 0 -> array.remove(at);
      case 1 -> array.add(array.get(at));
      case 2 -> {
        while (array.size() > at) {
          array.remove(array.size() - 1);
        }
      }
      default -> array.set(at, changed(array.get(at), random));
    }
  }

  private static JsonElement changed(JsonElement before, RandomGenerator random) {
    boolean finite =
        before instanceof JsonPrimitive number
            && number.isNumber()
            && Double.isFinite(number.getAsDouble());
    if (finite && random.nextBoolean()) {
      return random.nextBoolean()
          ? new JsonPrimitive(before.getAsBigDecimal().add(BigDecimal.valueOf(nearby(random))))
          : new JsonPrimitive(Extremes.whole(random));
    }
    return value(random);
  }

  private static long nearby(RandomGenerator random) {
    return random.nextBoolean() ? 1 : -1;
  }

  private static JsonElement value(RandomGenerator random) {
    return switch (random.nextInt(9)) {
      case 0 -> JsonNull.INSTANCE;
      case 1 -> new JsonPrimitive(random.nextBoolean());
      case 2 -> new JsonPrimitive(Extremes.text(random));
      case 3 -> new JsonPrimitive(Extremes.whole(random));
      case 4 -> new JsonPrimitive(Extremes.real(random));
      case 5 -> new JsonPrimitive(new BigDecimal(NUMBERS[random.nextInt(NUMBERS.length)]));
      case 6 -> new JsonArray();
      case 7 -> new JsonObject();
      default -> nested(random);
    };
  }

  private static JsonElement nested(RandomGenerator random) {
    JsonElement inner = new JsonPrimitive(0);
    int depth = 1 + random.nextInt(1 << random.nextInt(1, 9));
    for (int i = 0; i < depth; i++) {
      JsonArray outer = new JsonArray();
      outer.add(inner);
      inner = outer;
    }
    return inner;
  }
}
