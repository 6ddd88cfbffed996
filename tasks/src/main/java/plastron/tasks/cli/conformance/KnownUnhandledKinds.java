package plastron.tasks.cli.conformance;

import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

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

  /** The format of what calls itself a set of reference values. */
  private static final Pattern SET =
      Pattern.compile("[a-z]+(?:-[a-z]+)*-(?:vector|conformance)/[1-9][0-9]*");

  /** Formats of which kinds are compared. */
  private static final Set<String> COMPARED =
      Set.of(
          "loihi-conformance/1",
          "plastron-graph-vector/1",
          "plastron-rate-vector/1",
          "spikepropamine-vector/1");

  /** Names of all of them. */
  static List<String> names() {
    return RECOGNISERS.stream().map(Recogniser::name).toList();
  }

  private record Recogniser(String name, Predicate<JsonObject> recognises) {}

  private KnownUnhandledKinds() {}

  /**
   * What a document calls itself that is a set of reference values by its format, of a kind that
   * this build has not heard of. Empty if it says no such format, or one whose kinds are compared
   * here in another version or without a kind: that is damage, or a newer build's. Never throws.
   */
  static Optional<String> unheardOf(JsonObject document) {
    Optional<String> kind = text(document, "kind");
    return text(document, "format")
        .filter(format -> SET.matcher(format).matches())
        .filter(
            format ->
                COMPARED.stream().noneMatch(c -> family(c).equals(family(format)))
                    || (COMPARED.contains(format) && kind.isPresent()))
        .map(format -> kind.map(k -> format + " " + k).orElse(format));
  }

  private static String family(String format) {
    return format.substring(0, format.indexOf('/') + 1);
  }

  private static Optional<String> text(JsonObject document, String name) {
    return document.get(name) instanceof JsonPrimitive value && value.isString()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }

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
