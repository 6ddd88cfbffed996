package plastron.tasks.conformance.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
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

/** Every spike of NEST's small networks. */
class TinyNetworkKindTest {

  static JsonObject document(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                TinyNetworkKindTest.class.getResourceAsStream(name + ".json"), name),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"tiny_delta", "tiny_exp", "tiny_alpha", "tiny_exp_ps", "tiny_stdp"})
  void aNetworkIsThatOfNest(String name) throws IOException {
    TinyNetworkKind kind = new TinyNetworkKind();
    JsonObject document = document(name);
    assertThat(kind.recognises(document)).isTrue();
    ConformanceResult result = kind.check(document);
    assertThat(result.passed()).as(result.toString()).isTrue();
    assertThat(result.compared()).isGreaterThan(2000);
  }

  /** Comparisons that cannot fail would say nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"tiny_delta", "tiny_exp_ps", "tiny_stdp"})
  void aWrongThresholdIsFound(String name) throws IOException {
    JsonObject document = document(name);
    for (JsonElement element : document.getAsJsonArray("neurons")) {
      JsonObject neuron = element.getAsJsonObject();
      neuron.addProperty("V_th", neuron.get("V_th").getAsDouble() + 0.01);
    }
    assertThat(new TinyNetworkKind().check(document).passed()).isFalse();
  }

  @Test
  void aWrongWeightIsFound() throws IOException {
    JsonObject document = document("tiny_stdp");
    JsonArray row =
        document.getAsJsonArray("final_stdp_weights_src_dst_w_delay").get(3).getAsJsonArray();
    row.set(2, new JsonPrimitive(row.get(2).getAsDouble() * (1 + 1e-9)));
    assertThat(new TinyNetworkKind().check(document).passed()).isFalse();
  }

  @Test
  void aNeuronThatIsNotThereIsRefused() throws IOException {
    JsonObject document = document("tiny_exp");
    document
        .getAsJsonArray("connections_src_dst_weight_delay")
        .get(0)
        .getAsJsonArray()
        .set(1, new JsonPrimitive(1000));
    assertThatThrownBy(() -> new TinyNetworkKind().check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("1000");
  }
}
