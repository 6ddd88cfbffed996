package plastron.loihi.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class ArithmeticProperties {

  @Property
  void decayRoundsTheExactQuotientTowardsZero(
      @ForAll int x, @ForAll @IntRange(max = 4096) int decay) {
    BigDecimal exact =
        new BigDecimal(BigInteger.valueOf(x).multiply(BigInteger.valueOf(4096 - decay)))
            .divide(BigDecimal.valueOf(4096));
    assertThat(CompartmentDecay.apply(x, decay))
        .isEqualTo(exact.setScale(0, RoundingMode.DOWN).intValueExact());
  }

  @Example
  void decayIsOddAndNeverGrowsForEveryConstant() {
    for (int decay = 0; decay <= CompartmentDecay.FULL; decay++) {
      for (int x = 0; x < 1 << 23; x += 99_991) {
        int next = CompartmentDecay.apply(x, decay);
        assertThat(next).isBetween(0, x);
        assertThat(CompartmentDecay.apply(-x, decay)).isEqualTo(-next);
      }
    }
  }

  @Property
  void bothWrapsAgreeExceptAtTheEdge(
      @ForAll @IntRange(min = -(3 << 23) + 1, max = (3 << 23) - 1) int u) {
    int lava = CurrentRegister.wrapLava(u);
    int two = CurrentRegister.wrapTwosComplement(u);
    assertThat(Math.floorMod(lava - two, 1 << 24)).isZero();
    assertThat(lava).isBetween(-CurrentRegister.HALF + 1, CurrentRegister.HALF);
    assertThat(two).isBetween(-CurrentRegister.HALF, CurrentRegister.HALF - 1);
  }

  @Example
  void truncatedWeightsAreTheClosestStoredOnesBelowInMagnitudeOrValue() {
    for (SignMode mode : SignMode.values()) {
      for (int bits = 1; bits <= 8; bits++) {
        LoihiWeightFormat format = new LoihiWeightFormat(mode, bits);
        int unit = 1 << format.droppedBits();
        for (int w = mode.smallest(); w <= mode.largest(); w++) {
          int stored = format.truncate(format.clip(w));
          int lost = mode == SignMode.INHIBITORY ? stored - w : w - stored;
          assertThat(lost).isBetween(0, unit - 1);
          assertThat(stored % unit).isZero();
        }
      }
    }
  }

  @Property
  void optimisedWeightsKeepTheirValueAndFitTheirBits(
      @ForAll SignMode mode,
      @ForAll @IntRange(min = -256, max = 254) int a,
      @ForAll @IntRange(min = -256, max = 254) int b) {
    int low = mode.smallest();
    int high = mode.largest() - mode.signBits();
    int[][] weights = {{Math.clamp(a, low, high), Math.clamp(b, low, high)}};
    OptimizedWeights got = OptimizedWeights.of(weights, mode);
    boolean zero = weights[0][0] == 0 && weights[0][1] == 0;
    assertThat(got.bits()).isLessThanOrEqualTo(8 + mode.signBits());
    for (int i = 0; i < 2; i++) {
      assertThat(got.weights()[0][i]).isEqualTo(weights[0][i] << -got.exponent());
      if (!zero && got.bits() <= 8) {
        assertThat(new LoihiWeightFormat(mode, got.bits()).truncate(got.weights()[0][i]))
            .isEqualTo(got.weights()[0][i]);
      }
    }
  }

  @Property
  void aBiasIsOffByAtMostHalfItsUnit(@ForAll @IntRange(min = -524160, max = 524160) int bias) {
    BiasEncoding got = BiasEncoding.of(bias);
    assertThat(Math.abs(got.mantissa())).isLessThanOrEqualTo(4095);
    int error = Math.abs(BiasEncoding.value(got.mantissa(), got.exponent()) - bias);
    assertThat(2 * error).isLessThanOrEqualTo(1 << got.exponent());
  }
}
