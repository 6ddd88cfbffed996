package plastron.tasks.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestNameTest {

  private static final List<String> NAMES =
      List.of("training.batch", "model.tau_s", "dp-bcm", "ndp-oja", "static", "low", "high");

  @ParameterizedTest
  @CsvSource({
    "training.batsh, training.batch",
    "batsh, training.batch",
    "tau_x, model.tau_s",
    "NDP-OJA, ndp-oja",
    "oja, ndp-oja",
    "bcm, dp-bcm",
    "hihg, high",
    "lo, low"
  })
  void aSlipIsSeen(String wrong, String meant) {
    assertThat(NearestName.of(wrong, NAMES)).contains(meant);
    assertThat(NearestName.maybe(wrong, NAMES)).isEqualTo("Maybe %s was meant.".formatted(meant));
  }

  @ParameterizedTest
  @CsvSource({"README.md", "zz", "''", "trainig", "/proc", "x", "medium"})
  void whatIsNearNothingGetsNoGuess(String wrong) {
    assertThat(NearestName.of(wrong, NAMES)).isEmpty();
    assertThat(NearestName.maybe(wrong, NAMES)).isNull();
  }

  @Test
  void aHugeWordIsNoWork() {
    assertThat(NearestName.of("a".repeat(10_000_000), NAMES)).isEmpty();
  }
}
