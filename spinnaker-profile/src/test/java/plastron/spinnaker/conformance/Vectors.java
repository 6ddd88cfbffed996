package plastron.spinnaker.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import plastron.export.conformance.ConformanceKind;

/** The trimmed reference files of this module and the kinds that read them. */
final class Vectors {

  static final String LIF = "lif_curr_exp.json";
  static final String EXPONENTIALS = "exponentials.json";
  static final String PLASTICITY = "dp_rules_proposal.json";

  private Vectors() {}

  static JsonObject read(String file) {
    try (InputStream in = Vectors.class.getResourceAsStream(file)) {
      assertThat(in).as(file).isNotNull();
      return JsonParser.parseReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .getAsJsonObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one kind, found as a user finds it, that recognises the document. */
  static ConformanceKind kindOf(JsonObject document) {
    var kinds =
        ServiceLoader.load(ConformanceKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(kind -> kind.recognises(document))
            .toList();
    assertThat(kinds).hasSize(1);
    return kinds.getFirst();
  }
}
