package plastron.spinnaker.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Fract16Test {

  @Test
  void satKeepsSixteenBitsAndClampsTheRest() {
    for (int x = -200_000; x <= 200_000; x++) {
      int want = x < -32768 ? -32768 : x > 32767 ? 32767 : x;
      if (Fract16.sat(x) != want) {
        assertThat(Fract16.sat(x)).as("sat(%d)", x).isEqualTo(want);
      }
    }
    assertThat(Fract16.sat(Long.MAX_VALUE)).isEqualTo(32767);
    assertThat(Fract16.sat(Long.MIN_VALUE)).isEqualTo(-32768);
  }

  @Test
  void rnRoundsHalfUpwardsForAllSixteenBitNumbers() {
    for (int s = 1; s <= 16; s++) {
      double scale = Math.scalb(1.0, s);
      for (int x = -32768; x <= 32767; x++) {
        long want = (long) Math.floor(x / scale + 0.5);
        if (Fract16.rn(x, s) != want) {
          assertThat(Fract16.rn(x, s)).as("rn(%d, %d)", x, s).isEqualTo(want);
        }
      }
    }
  }

  @Test
  void everyFractSurvivesTheWayToADoubleAndBack() {
    for (int x = -32768; x <= 32767; x++) {
      if (Fract16.fromDouble("x", Fract16.toDouble(x)) != x) {
        assertThat(Fract16.fromDouble("x", Fract16.toDouble(x))).isEqualTo(x);
      }
    }
  }

  @Test
  void halvesGoToEven() {
    assertThat(Fract16.fromDouble("x", 0.5 / 32768)).isZero();
    assertThat(Fract16.fromDouble("x", 1.5 / 32768)).isEqualTo(2);
    assertThat(Fract16.coefficient("eta", 0.1)).isEqualTo(6554);
    assertThat(Fract16.coefficient("eta", 1)).isEqualTo(65536);
  }

  @Test
  void numbersOutOfRangeAreRefusedWithNameAndValue() {
    assertThatThrownBy(() -> Fract16.fromDouble("psi", 1.0)).hasMessageContaining("psi (1.0)");
    assertThatThrownBy(() -> Fract16.fromDouble("psi", Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> Fract16.coefficient("eta", -0.1)).hasMessageContaining("eta (-0.1)");
  }
}
