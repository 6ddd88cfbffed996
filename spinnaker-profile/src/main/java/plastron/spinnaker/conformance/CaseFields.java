package plastron.spinnaker.conformance;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Set;

/** Recognises a document by the fields of its cases, so that a damaged one is still recognised. */
final class CaseFields {

  private CaseFields() {}

  /**
   * Whether some element of the array {@code cases} is an object with at least so many of the
   * fields.
   */
  static boolean some(JsonObject document, Set<String> fields, int atLeast) {
    if (!(document.get("cases") instanceof JsonArray cases)) {
      return false;
    }
    for (JsonElement element : cases) {
      if (element instanceof JsonObject object
          && fields.stream().filter(object::has).count() >= atLeast) {
        return true;
      }
    }
    return false;
  }
}
