package plastron.spinnaker.run;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.spinnaker.program.RateProgram;

class RateMeterTest {

  /** A spike in every step is one: 32768, or what a rounded unit makes of it, becomes 32767. */
  @ParameterizedTest
  @CsvSource({
    "16, 2048, 1, 0",
    "10, 3277, 1, 0",
    "100, 328, 1, 0",
    "16, 2100, 0, 1",
    "16, 2047, 0, 0"
  })
  void aRateOfExactlyOneIsNoClip(int interval, int unit, long full, long clips) {
    RateMeter meter = new RateMeter(RateProgram.counted(unit), 1);
    for (int t = 0; t < interval; t++) {
      meter.step(new int[] {0}, 1);
    }
    meter.endInterval();
    assertThat(meter.fullRates()).isEqualTo(full);
    assertThat(meter.clips()).isEqualTo(clips);
  }

  @Test
  void aTraceOfOneIsNoClipAndAboveItIs() {
    assertThat(traced((1 << 30) / 8).clips()).isZero();
    RateMeter above = traced((1 << 30) / 4);
    assertThat(above.clips()).isPositive();
    assertThat(above.fullRates()).isZero();
  }

  private static RateMeter traced(int impulse) {
    RateMeter meter = new RateMeter(new RateProgram(true, 0, 0, 65536 * 7 / 8, impulse), 1);
    for (int t = 0; t < 40; t++) {
      meter.step(new int[] {0}, 1);
    }
    meter.endInterval();
    return meter;
  }
}
