package plastron.tasks.conformance.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceResult;

/** Statistics of random networks that NEST has run. */
class ReferenceNetworksKindTest {

  @Test
  void theStatisticsOfNetworksAreThoseOfNest() throws IOException {
    ConformanceResult result =
        new ReferenceNetworksKind().check(TinyNetworkKindTest.document("reference_networks"));
    assertThat(result.passed()).as(result.toString()).isTrue();
    assertThat(result.cases()).isEqualTo(2);
  }

  @Test
  void anotherRateIsFound() throws IOException {
    JsonObject document = brunel();
    JsonObject excitatory =
        document.getAsJsonObject("brunel_2500").getAsJsonObject("nest").getAsJsonObject("E");
    excitatory.addProperty("mean_rate_hz", excitatory.get("mean_rate_hz").getAsDouble() * 1.04);
    assertThat(new ReferenceNetworksKind().check(document).passed()).isFalse();
  }

  @Test
  void aNetworkThatIsNotKnownIsRefused() throws IOException {
    JsonObject document = new JsonObject();
    document.add("brunel_7", brunel().get("brunel_2500"));
    assertThatThrownBy(() -> new ReferenceNetworksKind().check(document))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("brunel_7");
  }

  private static JsonObject brunel() throws IOException {
    JsonObject document = TinyNetworkKindTest.document("reference_networks");
    document.remove("cuba_brette2007");
    return document;
  }
}
