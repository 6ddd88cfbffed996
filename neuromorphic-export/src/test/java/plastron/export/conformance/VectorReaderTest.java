package plastron.export.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorReaderTest {

  private static VectorReader of(String json) {
    return VectorReader.of(JsonParser.parseString(json).getAsJsonObject());
  }

  private static void refused(String json, Consumer<VectorReader> read, String message) {
    assertThatThrownBy(() -> read.accept(of(json)))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessage(message);
  }

  @Test
  void readsTypedValues() {
    VectorReader reader =
        of(
            "{\"n\":3.0,\"m\":[[1,2],[3,4]],\"s\":[[],[1]],\"c\":[[[1],[2]]],\"x\":null,\"t\":true}");
    assertThat(reader.integer("n", 0, 3)).isEqualTo(3);
    assertThat(reader.intMatrix("m", 2, -1, 0, 9)).isDeepEqualTo(new int[][] {{1, 2}, {3, 4}});
    assertThat(reader.indexLists("s", 2, 2)[1]).containsExactly(1);
    assertThat(reader.intCube("c", 1, 2, 1, 0, 2)[0][1]).containsExactly(2);
    assertThat(reader.has("x")).isFalse();
    assertThat(reader.flag("t")).isTrue();
  }

  @Test
  void refusalsNameThePlaceTheValueAndTheExpectation() {
    refused("{}", r -> r.integer("n", 0, 3), "n is missing");
    refused("{\"n\":null}", r -> r.text("n"), "n is null");
    refused("{\"n\":4}", r -> r.integer("n", 0, 3), "n (4) should be a whole number in [0, 3]");
    refused(
        "{\"m\":[[1],[1,2]]}",
        r -> r.intMatrix("m", 2, -1, 0, 9),
        "m[1] (2 elements) should be an array of 1");
    refused(
        "{\"s\":[[2]]}",
        r -> r.indexLists("s", 1, 2),
        "s[0] (2) should be a whole number in [0, 1]");
    refused("{\"cases\":[]}", VectorReader::cases, "cases (0 cases) should be at least one case");
    refused(
        "{\"cases\":[{\"name\":\"a\"}]}",
        r -> r.cases().getFirst().number("q"),
        "case a, q is missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "1.5", "1e999999999", "\"1\"", "[1]", "true", "99999999999"})
  void aDamagedNumberIsNoWholeNumber(String value) {
    assertThatThrownBy(() -> of("{\"n\":" + value + "}").integer("n", -10, 10))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageStartingWith("n (");
  }

  @Test
  void aKindIsRecognisedByContentWhateverTheDocumentHolds() {
    JsonObject good = JsonParser.parseString("{\"format\":\"f\",\"kind\":\"k\"}").getAsJsonObject();
    JsonObject odd = JsonParser.parseString("{\"format\":[],\"kind\":null}").getAsJsonObject();
    assertThat(VectorReader.hasKind(good, "f", "k")).isTrue();
    assertThat(VectorReader.hasKind(odd, "f", "k")).isFalse();
    assertThat(VectorReader.hasKind(new JsonObject(), "f", "k")).isFalse();
  }
}
