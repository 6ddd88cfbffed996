package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/**
 * All 16-bit values with all shifts of up to 8 bits against rounding of real numbers, which is
 * exact there.
 */
class ShiftsTest {

  @Test
  void everySmallValueAgreesWithRealNumbers() {
    for (int bits = 0; bits <= 8; bits++) {
      for (int value = Short.MIN_VALUE; value <= Short.MAX_VALUE; value++) {
        double quotient = Math.scalb((double) value, -bits);
        assertThat(Shifts.floor(value, bits)).isEqualTo((long) Math.floor(quotient));
        assertThat(Shifts.truncate(value, bits)).isEqualTo((long) quotient);
        assertThat(Shifts.nearest(value, bits)).isEqualTo(Rounding.NEAREST.round(quotient));
        assertThat(Shifts.nearestEven(value, bits))
            .isEqualTo(Rounding.NEAREST_EVEN.round(quotient));
      }
    }
  }

  @Test
  void stochasticRoundingIsRightOnAverageOverAllRandomBits() {
    for (int bits = 0; bits <= 8; bits++) {
      for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
        long sum = 0;
        for (int random = 0; random < 1 << bits; random++) {
          sum += Shifts.stochastic(value, bits, random);
        }
        assertThat(sum).as("%d >> %d", value, bits).isEqualTo(value);
      }
    }
  }
}
