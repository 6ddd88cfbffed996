package plastron.tasks.cli.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The kinds of reference file that exist and that no part of this build compares itself with: they
 * are reported as skipped, not as unknown. A kind leaves this list when a {@link
 * plastron.export.conformance.ConformanceKind} for it exists; those are asked first.
 */
final class KnownUnhandledKinds {

  private static final List<Recogniser> RECOGNISERS =
      List.of(
          new Recogniser(
              "spinnaker/stdp", d -> firstCaseHas(d, "events") && firstCaseHas(d, "rows")),
          new Recogniser("spinnaker/weight_scale", d -> firstCaseHas(d, "weight_scale")),
          new Recogniser("spinnaker/memory_image", d -> isArray(d, "core_images")),
          new Recogniser("rate/policy", d -> isRate(d, "policy")),
          new Recogniser("rate/optimiser", d -> isRate(d, "optimiser")));

  /** Names of all of them. */
  static List<String> names() {
    return RECOGNISERS.stream().map(Recogniser::name).toList();
  }

  private record Recogniser(String name, Predicate<JsonObject> recognises) {}

  private KnownUnhandledKinds() {}

  /** The name of the kind of a document, or empty if it is none of these. Never throws. */
  static Optional<String> nameOf(JsonObject document) {
    return RECOGNISERS.stream()
        .filter(r -> r.recognises().test(document))
        .map(Recogniser::name)
        .findFirst();
  }

  private static boolean isRate(JsonObject document, String kind) {
    return isText(document, "format", "plastron-rate-vector/1") && isText(document, "kind", kind);
  }

  private static boolean firstCaseHas(JsonObject document, String name) {
    return isArray(document, "cases")
        && !document.getAsJsonArray("cases").isEmpty()
        && document.getAsJsonArray("cases").get(0) instanceof JsonObject first
        && first.has(name);
  }

  private static boolean isArray(JsonObject document, String name) {
    return document.has(name) && document.get(name).isJsonArray();
  }

  private static boolean isText(JsonObject document, String name, String want) {
    return document.get(name) instanceof JsonPrimitive value && want.equals(value.getAsString());
  }
}
