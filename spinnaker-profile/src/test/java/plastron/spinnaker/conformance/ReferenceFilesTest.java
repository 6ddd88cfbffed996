package plastron.spinnaker.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.conformance.ConformanceResult;

class ReferenceFilesTest {

  @ParameterizedTest
  @CsvSource({
    "lif_curr_exp.json, spinnaker/lif, 5",
    "exponentials.json, spinnaker/exponentials, 12",
    "dp_rules_proposal.json, spinnaker/plasticity, 5"
  })
  void everyNumberAgrees(String file, String kind, int cases) {
    JsonObject document = Vectors.read(file);
    assertThat(Vectors.kindOf(document).name()).isEqualTo(kind);
    ConformanceResult result = Vectors.kindOf(document).check(document);
    assertThat(result.mismatches()).as(result.worst()).isZero();
    assertThat(result.cases()).isEqualTo(cases);
    assertThat(result.compared()).isGreaterThan(100);
  }

  @Test
  void oneWrongNumberIsOneMismatch() {
    JsonObject document = Vectors.read(Vectors.LIF);
    JsonArray v = document.getAsJsonArray("cases").get(0).getAsJsonObject().getAsJsonArray("v");
    v.set(7, new JsonPrimitive(v.get(7).getAsInt() + 3));
    ConformanceResult result = new SpinnakerLifKind().check(document);
    assertThat(result.mismatches()).isEqualTo(1);
    assertThat(result.largestDeviation()).isEqualTo(3);
    assertThat(result.worst()).contains("pynn_defaults", "v at step 7");
  }

  @Test
  void aWrongHashIsAMismatch() {
    JsonObject document = Vectors.read(Vectors.EXPONENTIALS);
    document.getAsJsonObject("full_range").addProperty("expk_sha256_le_int32", "0".repeat(64));
    assertThat(new ExponentialKind().check(document).mismatches()).isEqualTo(1);
  }

  @Test
  void theRangeIsOptional() {
    JsonObject document = Vectors.read(Vectors.EXPONENTIALS);
    document.remove("full_range");
    assertThat(new ExponentialKind().check(document).passed()).isTrue();
  }

  @Test
  void aWrongStatedErrorIsAMismatch() {
    JsonObject document = Vectors.read(Vectors.PLASTICITY);
    document
        .getAsJsonArray("cases")
        .get(0)
        .getAsJsonObject()
        .addProperty("max_abs_E_error_vs_float64", 1e-3);
    assertThat(new TrajectoryKind().check(document).mismatches()).isEqualTo(1);
  }
}
