package plastron.loihi.conformance.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.ConformanceResult;
import plastron.export.conformance.ReferenceFileKind;

class FileKindsTest {

  private static final Path VECTORS = Path.of("src/test/resources/vectors");

  @TempDir private Path folder;

  private static ConformanceResult check(Path file) throws IOException {
    List<ReferenceFileKind> kinds =
        ServiceLoader.load(ReferenceFileKind.class).stream()
            .map(ServiceLoader.Provider::get)
            .filter(kind -> kind.recognises(file))
            .toList();
    assertThat(kinds).hasSize(1);
    return kinds.getFirst().check(file);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mlp_12_8_3.net.h5",
        "mlp_rec_10_6_2.net.h5",
        "mlp_delay_8_5.net.h5",
        "ff_20_12_5.nir"
      })
  void agreesWithTheReference(String name) throws IOException {
    ConformanceResult result = check(VECTORS.resolve(name));
    assertThat(result.mismatches()).as(result.worst()).isZero();
    assertThat(result.compared()).isGreaterThan(100);
  }

  @Test
  void aNetworkThatNobodyNamesIsBroken() throws IOException {
    Path file = Files.copy(VECTORS.resolve("mlp_12_8_3.net.h5"), folder.resolve("a.net.h5"));
    assertThatThrownBy(() -> check(file))
        .isInstanceOf(BrokenVectorException.class)
        .hasMessageContaining("no case of kind netx in a document beside it names");
  }

  @Test
  void anotherNetworkOfTheNameIsAMismatch() throws IOException {
    Files.copy(VECTORS.resolve("netx_lava_dl.json"), folder.resolve("netx_lava_dl.json"));
    Path file =
        Files.copy(VECTORS.resolve("mlp_delay_8_5.net.h5"), folder.resolve("mlp_12_8_3.net.h5"));
    assertThat(check(file).passed()).isFalse();
  }

  /** The chip's integers say what equations do, whatever the file's name. */
  @Test
  void aNirFileWithoutACaseIsComparedWithTheIntegersBesideIt() throws IOException {
    Path file = Files.copy(VECTORS.resolve("ff_20_12_5.nir"), folder.resolve("a.nir"));
    ConformanceResult result = check(file);
    assertThat(result.passed()).isTrue();
    assertThat(result.compared()).isEqualTo(6 * (12 + 5));
  }
}
