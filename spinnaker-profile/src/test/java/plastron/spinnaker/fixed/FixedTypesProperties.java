package plastron.spinnaker.fixed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class FixedTypesProperties {

  @Property
  void accumProductsAreFlooredAndWrapped(@ForAll int a, @ForAll int b) {
    int want = BigInteger.valueOf(a).multiply(BigInteger.valueOf(b)).shiftRight(15).intValue();
    assertThat(Accum.multiply(a, b)).isEqualTo(want);
  }

  @Property
  void accumQuotientsAreTruncatedAndWrapped(@ForAll int a, @ForAll int b) {
    int divisor = b == 0 ? 1 : b;
    int want = BigInteger.valueOf(a).shiftLeft(15).divide(BigInteger.valueOf(divisor)).intValue();
    assertThat(Accum.divide(a, divisor)).isEqualTo(want);
  }

  @Property
  void fractionProductsAreFloored(
      @ForAll int a, @ForAll @LongRange(max = UnsignedFract.MAX) long f) {
    BigInteger want = BigInteger.valueOf(a).multiply(BigInteger.valueOf(f)).shiftRight(32);
    assertThat(UnsignedFract.multiply(a, f)).isEqualTo(want.intValueExact());
  }

  @Property
  void everyAccumSurvivesTheWayToADoubleAndBack(@ForAll int a) {
    assertThat(Accum.fromDouble("a", Accum.toDouble(a))).isEqualTo(a);
  }

  @Property
  void ceilIsTheSmallestIntegerNotBelow(@ForAll int a) {
    assertThat(Accum.ceil(a)).isEqualTo((int) Math.ceil(Accum.toDouble(a)));
  }

  @Property
  void accumsOutOfRangeAreRefused(@ForAll @DoubleRange(min = 65536, max = 1e300) double x) {
    assertThatThrownBy(() -> Accum.fromDouble("tau", x)).hasMessageContaining("tau (" + x + ")");
    assertThatThrownBy(() -> Accum.fromDouble("tau", -x - 1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Property
  void expkIsMonotoneAndClose(@ForAll @IntRange(min = -340695, max = 363407) int n) {
    double exact = Math.exp(Accum.toDouble(n));
    // the peer's series is off by up to 1.31e-6 of the value, measured over the whole range
    double series = 1.4e-6 * exact;
    assertThat(Accum.toDouble(Exponential.expk(n)))
        .isBetween(exact - series - 1.0 / Accum.ONE, exact + series);
    assertThat(Exponential.expk(n)).isLessThanOrEqualTo(Exponential.expk(n + 1));
  }

  @Property
  void weightsAreRoundedToTheNearestLsb(
      @ForAll @IntRange(max = 15) int shift, @ForAll @DoubleRange(min = -1, max = 1) double share) {
    SpinnakerWeightFormat format = new SpinnakerWeightFormat(shift);
    double weight = share * SpinnakerWeightFormat.MAX_RAW * format.lsb();
    int raw = format.raw(weight);
    assertThat(raw).isBetween(0, SpinnakerWeightFormat.MAX_RAW);
    assertThat(Math.abs(raw * format.lsb() - Math.abs(weight)))
        .isLessThanOrEqualTo(format.lsb() / 2);
    assertThat(Accum.toDouble(format.toAccum(raw))).isEqualTo(raw * format.lsb());
  }
}
