package plastron.loihi.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceKind;
import plastron.export.conformance.ConformanceResult;

class VectorsTest {

  private static final String FILES =
      "lif_lava.json lif_brian2loihi.json network_lava.json learning_lava.json"
          + " closed_loop_lava.json rule_parser_lava.json quantization.json"
          + " netx_lava_dl.json";

  static JsonObject resource(String name) {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(VectorsTest.class.getResourceAsStream("/vectors/" + name)),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<ConformanceKind> recognising(JsonObject document) {
    return ServiceLoader.load(ConformanceKind.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(kind -> kind.recognises(document))
        .toList();
  }

  private static ConformanceResult check(JsonObject document) {
    List<ConformanceKind> kinds = recognising(document);
    assertThat(kinds).hasSize(1);
    return kinds.getFirst().check(document);
  }

  static Stream<String> files() {
    return Stream.of(FILES.split(" "));
  }

  @ParameterizedTest
  @MethodSource("files")
  void agreesWithTheReference(String name) {
    ConformanceResult result = check(resource(name));
    assertThat(result.mismatches()).as(result.worst()).isZero();
    assertThat(result.compared()).isPositive();
  }

  @Test
  @EnabledIfSystemProperty(named = "loihi.vectors", matches = ".+")
  void agreesWithEveryFileOfAFolder() throws IOException {
    try (Stream<Path> paths = Files.list(Path.of(System.getProperty("loihi.vectors")))) {
      for (Path path : paths.filter(p -> p.toString().endsWith(".json")).sorted().toList()) {
        JsonObject document = JsonParser.parseString(Files.readString(path)).getAsJsonObject();
        for (ConformanceKind kind : recognising(document)) {
          ConformanceResult result = kind.check(document);
          System.out.println(path.getFileName() + " " + kind.name() + " " + result);
          assertThat(result.passed()).isTrue();
        }
      }
    }
  }

  @Test
  void anyOtherDocumentIsNotRecognised() {
    for (String json :
        List.of(
            "{}",
            "{\"format\":1,\"kind\":[]}",
            "{\"format\":\"loihi-conformance/2\",\"kind\":\"lif\"}")) {
      assertThat(recognising(JsonParser.parseString(json).getAsJsonObject())).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"u", "v"})
  void aChangedNumberIsAMismatch(String field) {
    JsonObject document = resource("lif_lava.json");
    JsonArray row = firstCase(document).getAsJsonArray(field).get(5).getAsJsonArray();
    row.set(0, new JsonPrimitive(row.get(0).getAsInt() + 3));
    ConformanceResult result = check(document);
    assertThat(result.mismatches()).isEqualTo(1);
    assertThat(result.largestDeviation()).isEqualTo(3);
    assertThat(result.worst()).contains("step 5");
  }

  private static JsonObject firstCase(JsonObject document) {
    return document.getAsJsonArray("cases").get(0).getAsJsonObject();
  }

  @Test
  void aDamagedFileGivesOneLineThatNamesThePlace() {
    JsonObject document = resource("lif_lava.json");
    firstCase(document).addProperty("du", Double.NaN);
    assertThatThrownBy(() -> check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessage("case if_no_leak, du (NaN) should be a whole number in [0, 4095]");
  }

  /**
   * Every field of every file in turn is removed or replaced; only the declared exception may come
   * out.
   */
  @ParameterizedTest
  @MethodSource("files")
  void noDamageGivesAnotherException(String name) {
    List<JsonElement> damages =
        List.of(
            JsonNull.INSTANCE,
            new JsonPrimitive("x"),
            new JsonPrimitive(-1),
            new JsonPrimitive(Double.NaN),
            new JsonPrimitive(99999999999L),
            new JsonPrimitive(1.5),
            new JsonArray(),
            new JsonObject());
    JsonObject original = resource(name);
    for (List<Object> path : paths(original)) {
      for (JsonElement damage : damages) {
        JsonObject document = original.deepCopy();
        replace(document, path, damage);
        attempt(document, path);
      }
      JsonObject document = original.deepCopy();
      replace(document, path, null);
      attempt(document, path);
    }
  }

  private static void attempt(JsonObject document, List<Object> path) {
    for (ConformanceKind kind : recognising(document)) {
      try {
        kind.check(document);
      } catch (BrokenVectorException damaged) {
        assertThat(damaged.getMessage()).as(path.toString()).isNotBlank().doesNotContain("\n");
      }
    }
  }

  /**
   * Paths of all fields, and of the first and last element of every array, to a depth where shapes
   * are settled.
   */
  private static List<List<Object>> paths(JsonElement element) {
    List<List<Object>> result = new ArrayList<>();
    collect(element, List.of(), result);
    return result;
  }

  private static void collect(JsonElement element, List<Object> path, List<List<Object>> result) {
    if (!path.isEmpty()) {
      result.add(path);
    }
    if (element.isJsonObject()) {
      element
          .getAsJsonObject()
          .entrySet()
          .forEach(e -> collect(e.getValue(), with(path, e.getKey()), result));
    } else if (element.isJsonArray() && !element.getAsJsonArray().isEmpty()) {
      collect(element.getAsJsonArray().get(0), with(path, 0), result);
    }
  }

  private static List<Object> with(List<Object> path, Object step) {
    List<Object> longer = new ArrayList<>(path);
    longer.add(step);
    return longer;
  }

  private static void replace(
      JsonObject document, List<Object> path, @Nullable JsonElement damage) {
    JsonElement parent = document;
    for (Object step : path.subList(0, path.size() - 1)) {
      parent =
          step instanceof String name
              ? parent.getAsJsonObject().get(name)
              : parent.getAsJsonArray().get(0);
    }
    if (path.getLast() instanceof String name) {
      if (damage == null) {
        parent.getAsJsonObject().remove(name);
      } else {
        parent.getAsJsonObject().add(name, damage);
      }
    } else if (damage == null) {
      parent.getAsJsonArray().remove(0);
    } else {
      parent.getAsJsonArray().set(0, damage);
    }
  }
}
