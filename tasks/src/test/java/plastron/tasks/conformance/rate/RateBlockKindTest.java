package plastron.tasks.conformance.rate;

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
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceResult;
import plastron.plasticity.rate.BlockKind;

/** Rate blocks that another program evaluated: forwards, and the gradients of everything. */
class RateBlockKindTest {

  private final RateBlockKind kind = new RateBlockKind();

  /** At least one of every kind of block. */
  static List<String> names() {
    return List.of(
        "backpropamine-retroactive",
        "dense-srelu",
        "gru-truncated-4",
        "leaky-rnn-modprop",
        "low-rank-rnn",
        "lstm",
        "manifold-ellipse",
        "nm-rnn-orthonormal",
        "nmn-actor",
        "nmn-layer-srelu",
        "plastic-lstm-post-clipped",
        "rnn-tanh");
  }

  private static JsonObject document(String name) throws IOException {
    try (Reader reader =
        new InputStreamReader(
            Objects.requireNonNull(
                RateBlockKindTest.class.getResourceAsStream(name + ".json"), name),
            StandardCharsets.UTF_8)) {
      return JsonParser.parseReader(reader).getAsJsonObject();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void aBlockIsTheOtherProgramsBlock(String name) throws IOException {
    JsonObject document = document(name);
    assertThat(kind.recognises(document)).isTrue();
    ConformanceResult result = kind.check(document);
    assertThat(result.passed()).as(result.toString()).isTrue();
    assertThat(result.compared()).isGreaterThan(150);
  }

  @Test
  void everyBlockHasAFile() throws IOException {
    List<String> blocks = BlockKind.all().stream().map(BlockKind::name).toList();
    for (String block : blocks) {
      boolean found = false;
      for (String name : names()) {
        found |= document(name).get("block").getAsString().equals(block);
      }
      assertThat(found).as(block).isTrue();
    }
  }

  /** A comparison that cannot fail would say nothing: every array of what is expected is read. */
  @ParameterizedTest
  @MethodSource("names")
  void aWrongNumberAnywhereIsFound(String name) throws IOException {
    for (String field : document(name).getAsJsonObject("expected").keySet()) {
      if (field.equals("loss")) {
        JsonObject document = document(name);
        JsonObject expected = document.getAsJsonObject("expected");
        expected.addProperty("loss", expected.get("loss").getAsDouble() * (1 + 1e-9));
        assertThat(kind.check(document).passed()).as("loss").isFalse();
        continue;
      }
      int arrays = spoil(document(name).getAsJsonObject("expected").get(field), -1);
      for (int k = 0; k < arrays; k++) {
        JsonObject document = document(name);
        spoil(document.getAsJsonObject("expected").get(field), k);
        assertThat(kind.check(document).passed()).as("%s, array %d", field, k).isFalse();
      }
    }
  }

  /** Changes the last number of the k-th named array; returns how many there are. */
  private static int spoil(JsonElement element, int k) {
    if (element instanceof JsonObject object) {
      int count = 0;
      for (String name : List.copyOf(object.keySet())) {
        if (object.get(name).isJsonPrimitive()) {
          if (count == k) {
            object.addProperty(name, object.get(name).getAsDouble() + 1e-3);
          }
          count++;
        } else {
          count += spoil(object.get(name), k - count);
        }
      }
      return count;
    }
    JsonArray array = element.getAsJsonArray();
    while (array.get(array.size() - 1) instanceof JsonArray inner) {
      array = inner;
    }
    if (k == 0) {
      int last = array.size() - 1;
      array.set(last, new JsonPrimitive(array.get(last).getAsDouble() + 1e-3));
    }
    return 1;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "block         | \"gpu\"   | Block (gpu) must be one of [",
        "block         | \"lstm\"  | params, W_i is missing",
        "steps         | 9         | inputs, x (shape [10, 3, 3]) must have the shape [9, 3, 3]",
        "steps         | 0         | steps",
        "truncate_steps | 0        | truncate_steps",
        "targets       | [[[1]]]   | targets (shape [1, 1, 1]) must have the shape [10, 3, 4]",
        "inputs        | {}        | inputs, x is missing",
        "initial       | {\"h\": [[0, 1], [2]]} | initial, h must have the shape [2, 2]",
        "expected      | {}        | expected, outputs is missing",
        "params        | {\"W_u\": [1, 2, 3]} | params, W_u (shape [3]) must be a matrix",
        "params        | {\"W_u\": [[1, true]]} | params, W_u must hold finite numbers only",
      })
  void whatIsNoBlockIsRefusedByName(String field, String value, String message) throws IOException {
    JsonObject document = document("gru-truncated-4");
    document.add(field, JsonParser.parseString(value));
    assertThatThrownBy(() -> kind.check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining(message);
  }

  @Test
  void parametersThatNobodyKnowsAreRefused() throws IOException {
    JsonObject document = document("gru-truncated-4");
    document.getAsJsonObject("params").addProperty("b_c", 0);
    assertThatThrownBy(() -> kind.check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("b_c");
  }

  @Test
  void otherRateFilesAreNotOfThisKind() {
    JsonObject document = new JsonObject();
    document.addProperty("format", "plastron-rate-vector/1");
    document.addProperty("kind", "policy");
    assertThat(kind.recognises(document)).isFalse();
  }
}
