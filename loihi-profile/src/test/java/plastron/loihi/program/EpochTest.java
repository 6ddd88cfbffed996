package plastron.loihi.program;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.loihi.scale.coefficient.ScaleChoice;

/** Intervals as epochs, and what traces show of a rate. */
class EpochTest {

  @ParameterizedTest
  @CsvSource({"1, 1, 0", "48, 3, 4", "512, 1, 9", "1024, 2, 9", "63, 63, 0"})
  void intervalsAreOddNumbersTimesPowersOfTwo(int interval, int steps, int decimation) {
    assertThat(Epoch.of(interval)).isEqualTo(new Epoch(steps, decimation));
  }

  /** All patterns of spikes of an epoch, each with its chance. */
  @ParameterizedTest
  @CsvSource({"0.3, 0.9", "0.9, 0.96", "1, 0.96", "0, 0.9", "0.5, 0"})
  void allButTheLastSpikeCountAsBeforeTheEpoch(double rate, double decay) {
    int steps = 5;
    double shown = 0;
    double whole = 0;
    for (int pattern = 1; pattern < 1 << steps; pattern++) {
      int spikes = Integer.bitCount(pattern);
      double chance = Math.pow(rate, spikes) * Math.pow(1 - rate, steps - spikes);
      for (int later = 0; later < steps; later++) {
        if ((pattern >> later & 1) == 1) {
          boolean last = Integer.numberOfTrailingZeros(pattern) == later;
          shown += chance * Math.pow(decay, last ? later : steps);
          whole += chance * Math.pow(decay, later);
        }
      }
    }
    double expected = rate == 0 ? 1 : shown / whole;
    assertThat(new Epoch(steps, 0).shown(rate, decay)).isCloseTo(expected, Offset.offset(1e-12));
  }

  @Test
  void epochsOfOneStepHideNothing() {
    assertThat(new Epoch(1, 5).shown(0.7, 0.9)).isEqualTo(1);
    assertThat(ScaleChoice.options(new Epoch(1, 5), false, false)).containsExactly(1, 2, 1, 1);
    assertThat(ScaleChoice.options(new Epoch(3, 4), true, true)).containsExactly(4, 2, 4, 3);
  }
}
