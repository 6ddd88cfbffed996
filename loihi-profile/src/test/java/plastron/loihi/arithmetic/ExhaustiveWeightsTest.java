package plastron.loihi.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every weight, sign mode, number of bits and exponent, against the arithmetic in the large. */
class ExhaustiveWeightsTest {

  private static final BigDecimal UNIT = BigDecimal.valueOf(64);

  private static final BigDecimal LARGEST = BigDecimal.valueOf((1 << 21) - 64);

  private static BigDecimal unit(SignMode mode, int bits) {
    return BigDecimal.TWO.pow(mode == SignMode.MIXED ? 9 - bits : 8 - bits);
  }

  /** To the multiple of a unit that a way of rounding leads to. */
  private static BigDecimal multiple(BigDecimal value, BigDecimal unit, RoundingMode rounding) {
    return value.divide(unit).setScale(0, rounding).multiply(unit);
  }

  private static BigDecimal power(int exponent) {
    return exponent >= 0
        ? BigDecimal.TWO.pow(exponent)
        : BigDecimal.ONE.divide(BigDecimal.TWO.pow(-exponent));
  }

  @ParameterizedTest
  @EnumSource(SignMode.class)
  void storedWeightsAreClippedAndLoseTheirLowBits(SignMode mode) {
    for (int bits = 1; bits <= 8; bits++) {
      LoihiWeightFormat format = new LoihiWeightFormat(mode, bits);
      for (int w = -300; w <= 300; w++) {
        int clipped =
            switch (mode) {
              case MIXED -> Math.min(255, Math.max(-256, w));
              case EXCITATORY -> Math.min(255, Math.max(0, w));
              case INHIBITORY -> Math.min(0, Math.max(-255, w));
            };
        RoundingMode rounding =
            mode == SignMode.INHIBITORY ? RoundingMode.DOWN : RoundingMode.FLOOR;
        assertThat(format.effective(new int[][] {{w}})[0][0])
            .as("%s, %d bits, weight %d", mode, bits, w)
            .isEqualTo(
                multiple(BigDecimal.valueOf(clipped), unit(mode, bits), rounding).intValueExact());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SignMode.class)
  void aSynapseAddsWhatBrian2LoihiComputes(SignMode mode) {
    for (int bits = 1; bits <= 8; bits++) {
      LoihiWeightFormat format = new LoihiWeightFormat(mode, bits);
      for (int exponent = -8; exponent <= 7; exponent++) {
        for (int w = mode.smallest(); w <= mode.largest(); w++) {
          BigDecimal kept = multiple(BigDecimal.valueOf(w), unit(mode, bits), RoundingMode.DOWN);
          BigDecimal scaled =
              multiple(kept.multiply(power(exponent)).multiply(UNIT), UNIT, RoundingMode.FLOOR);
          int loaded = LoihiArithmetic.BRIAN2LOIHI.effective(new int[][] {{w}}, format)[0][0];
          assertThat(LoihiArithmetic.BRIAN2LOIHI.synapse(loaded, exponent) << 6)
              .as("%s, %d bits, exponent %d, weight %d", mode, bits, exponent, w)
              .isEqualTo(scaled.min(LARGEST).max(LARGEST.negate()).intValueExact());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(SignMode.class)
  void lavaShiftsASumDownwards(SignMode mode) {
    for (int exponent = -8; exponent <= 7; exponent++) {
      for (int w = mode.smallest(); w <= mode.largest(); w++) {
        for (int spikes : new int[] {1, 2, 3, 4096}) {
          BigDecimal exact = BigDecimal.valueOf((long) w * spikes).multiply(power(exponent));
          assertThat(LoihiArithmetic.LAVA.sum(w * spikes, exponent))
              .as("weight %d of %d spikes, exponent %d", w, spikes, exponent)
              .isEqualTo(exact.setScale(0, RoundingMode.FLOOR).intValueExact());
        }
      }
    }
  }
}
