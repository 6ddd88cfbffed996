package plastron.tasks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PairedDifferencesTest {

  /** Differences 1, 2, 3, 4, 5: mean 3, deviation sqrt(2.5), t = 3 / sqrt(0.5) at 4 degrees. */
  @Test
  void aMeanItsIntervalAndHowLikelyItIs() {
    PairedDifferences found =
        PairedDifferences.of(new double[] {2, 4, 6, 8, 10}, new double[] {1, 2, 3, 4, 5});
    assertThat(found.pairs()).isEqualTo(5);
    assertThat(found.mean()).isCloseTo(3, within(1e-12));
    // The table of Student's t has 2.776 for 97.5 % at 4 degrees of freedom.
    assertThat(found.interval().low()).isCloseTo(3 - 2.776 * Math.sqrt(0.5), within(1e-3));
    assertThat(found.interval().high()).isCloseTo(3 + 2.776 * Math.sqrt(0.5), within(1e-3));
    // And, two-sided, t = 4.2426 between 3.747 (2 %) and 4.604 (1 %).
    assertThat(found.p()).isBetween(0.01, 0.02);
  }

  @Test
  void pairsAreRequired() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedDifferences.of(new double[] {1, 2}, new double[] {1}))
        .withMessageContaining("(2 and 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PairedDifferences.of(new double[] {1}, new double[] {1}));
  }
}
