package plastron.spinnaker.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceKind;

class DamagedFilesTest {

  /** Fields a case does not need: texts for people, and what is optional. */
  private static final Set<String> OPTIONAL =
      Set.of("name", "full_range", "set", "oracle", "description", "status", "layout");

  private static final List<JsonElement> WRONG =
      List.of(
          JsonNull.INSTANCE,
          new JsonPrimitive("text"),
          new JsonPrimitive(true),
          new JsonPrimitive(1e300),
          new JsonPrimitive(-1e18),
          new JsonPrimitive(Double.NaN),
          new JsonArray(),
          new JsonObject());

  @ParameterizedTest
  @ValueSource(strings = {Vectors.LIF, Vectors.EXPONENTIALS, Vectors.PLASTICITY})
  void aMissingFieldIsNamed(String file) {
    ConformanceKind kind = Vectors.kindOf(Vectors.read(file));
    for (String field : objectOf(Vectors.read(file)).keySet()) {
      if (OPTIONAL.contains(field)) {
        continue;
      }
      JsonObject document = Vectors.read(file);
      objectOf(document).remove(field);
      assertThatThrownBy(() -> kind.check(document))
          .as(field)
          .isInstanceOf(BrokenVectorException.class)
          .hasMessageContaining(field)
          .hasMessageNotContaining("\n");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {Vectors.LIF, Vectors.EXPONENTIALS, Vectors.PLASTICITY})
  void anyOtherTypeIsBrokenOrAMismatchButNeverAnotherException(String file) {
    ConformanceKind kind = Vectors.kindOf(Vectors.read(file));
    for (String field : objectOf(Vectors.read(file)).keySet()) {
      for (JsonElement wrong : WRONG) {
        JsonObject document = Vectors.read(file);
        objectOf(document).add(field, wrong);
        assertOnlyBroken(kind, document, field + " = " + wrong);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "params_raw, c_m, 0",
    "params_raw, tau_m, -5",
    "params_raw, time_step, 0",
    "params_raw, tau_syn_E, 0",
    "params_raw, n_sub, 0",
    "params_raw, n_sub, 100000",
    "params_raw, v_init, 2147483648",
    "params, v_rest, 65536",
    "shift, exc, -1",
    "shift, inh, 32",
    "derived, decay_exc_u032, 4294967296"
  })
  void neuronValuesOutOfRangeAreBroken(String object, String field, double value) {
    JsonObject document = Vectors.read(Vectors.LIF);
    objectOf(document).getAsJsonObject(object).addProperty(field, value);
    assertThatThrownBy(() -> new SpinnakerLifKind().check(document))
        .isInstanceOf(BrokenVectorException.class);
  }

  @Test
  void inputOutOfOrderOrRangeIsBroken() {
    for (int[] row : new int[][] {{60, 1, 1}, {-1, 1, 1}, {5, 65536, 0}, {0, 1, 1}, {5, 1}}) {
      JsonObject document = Vectors.read(Vectors.LIF);
      JsonArray bad = new JsonArray();
      for (int value : row) {
        bad.add(value);
      }
      objectOf(document).getAsJsonArray("input").set(1, bad);
      assertThatThrownBy(() -> new SpinnakerLifKind().check(document))
          .isInstanceOf(BrokenVectorException.class);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "eta_u016, 65537",
    "rate_unit, -1",
    "steps_per_interval, 0",
    "n_pre, 7",
    "n_post, 100000",
    "intervals, 9"
  })
  void plasticityValuesOutOfRangeAreBroken(String field, int value) {
    JsonObject document = Vectors.read(Vectors.PLASTICITY);
    objectOf(document).addProperty(field, value);
    assertThatThrownBy(() -> new TrajectoryKind().check(document))
        .isInstanceOf(BrokenVectorException.class);
  }

  @Test
  void anUnknownRuleIsNamed() {
    JsonObject document = Vectors.read(Vectors.PLASTICITY);
    objectOf(document).addProperty("rule", "dp_hebb");
    assertThatThrownBy(() -> new TrajectoryKind().check(document)).hasMessageContaining("dp_hebb");
  }

  @Test
  void tablesOutOfRangeAreBroken() {
    for (double tau : new double[] {0, -1, 1e9}) {
      JsonObject document = Vectors.read(Vectors.EXPONENTIALS);
      JsonArray tables = document.getAsJsonArray("stdp_exponential_lookup_tables");
      tables.get(0).getAsJsonObject().addProperty("tau_ms", tau);
      assertThatThrownBy(() -> new ExponentialKind().check(document))
          .isInstanceOf(BrokenVectorException.class);
    }
  }

  @Test
  void foreignDocumentsAreNotRecognised() {
    for (String text :
        List.of("{}", "{\"cases\":[]}", "{\"cases\":3}", "{\"cases\":[1,{\"rule\":\"x\"}]}")) {
      JsonObject document = com.google.gson.JsonParser.parseString(text).getAsJsonObject();
      for (ConformanceKind kind :
          List.of(new SpinnakerLifKind(), new ExponentialKind(), new TrajectoryKind())) {
        assertThat(kind.recognises(document)).isFalse();
      }
    }
  }

  private static JsonObject objectOf(JsonObject document) {
    JsonElement cases = document.get("cases");
    return cases == null ? document : cases.getAsJsonArray().get(0).getAsJsonObject();
  }

  private static void assertOnlyBroken(ConformanceKind kind, JsonObject document, String what) {
    assertThatCode(
            () -> {
              try {
                kind.check(document);
              } catch (BrokenVectorException broken) {
                assertThat(broken.getMessage()).doesNotContain("\n");
              }
            })
        .as(what)
        .doesNotThrowAnyException();
  }
}
