package plastron.tasks.conformance.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceResult;

/** Graphs that another program evaluated: forwards, and the gradients of everything learned. */
class GraphKindTest {

  private static JsonObject document(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(GraphKindTest.class.getResourceAsStream(name + ".json"), name),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drive-gain",
        "lif-hard-learned",
        "loss-li-mean-last",
        "modulator-vector",
        "mutual-two",
        "sparse-clip-arrival",
        "sparse-cycle",
        "srm-learned",
        "truncate-2-lif-dendrite"
      })
  void aGraphIsTheOtherProgramsGraph(String name) throws IOException {
    GraphKind kind = new GraphKind();
    JsonObject document = document(name);
    assertThat(kind.recognises(document)).isTrue();
    ConformanceResult result = kind.check(document);
    assertThat(result.passed()).as(result.toString()).isTrue();
    assertThat(result.compared()).isGreaterThan(500);
  }

  /** A comparison that cannot fail would say nothing. */
  @Test
  void aWrongGradientIsFound() throws IOException {
    JsonObject document = document("lif-hard-learned");
    JsonArray decay =
        document
            .getAsJsonObject("expected")
            .getAsJsonObject("grad")
            .getAsJsonObject("populations")
            .getAsJsonObject("h")
            .getAsJsonArray("decay");
    decay.set(0, new JsonPrimitive(decay.get(0).getAsDouble() * 1.000001 + 1e-9));
    assertThat(new GraphKind().check(document).passed()).isFalse();
  }

  @Test
  void anAbsentSynapseHasNothing() throws IOException {
    JsonObject document = document("sparse-cycle");
    JsonObject projection = document.getAsJsonArray("projections").get(0).getAsJsonObject();
    projection.getAsJsonArray("mask").remove(0);
    assertThatThrownBy(() -> new GraphKind().check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("absent");
  }

  @Test
  void whatIsNoMaskIsRefusedByName() throws IOException {
    JsonObject document = document("sparse-cycle");
    JsonObject projection = document.getAsJsonArray("projections").get(0).getAsJsonObject();
    JsonArray pair = projection.getAsJsonArray("mask").get(0).getAsJsonArray();
    projection.getAsJsonArray("mask").add(pair);
    assertThatThrownBy(() -> new GraphKind().check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("expected ascending");
    projection.addProperty("mask", 5);
    assertThatThrownBy(() -> new GraphKind().check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("mask");
  }

  @Test
  void whatIsNoGraphIsRefusedByName() throws IOException {
    JsonObject document = document("mutual-two");
    document.getAsJsonArray("projections").get(0).getAsJsonObject().addProperty("to", "nobody");
    assertThatThrownBy(() -> new GraphKind().check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("nobody");
  }
}
