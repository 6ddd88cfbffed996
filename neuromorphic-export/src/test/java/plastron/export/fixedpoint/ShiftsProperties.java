package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Against arithmetic without limits. */
class ShiftsProperties {

  private static final long LARGE = 1L << 61;

  @Property
  void floorIsDivisionDownwards(@ForAll long value, @ForAll @IntRange(max = 62) int bits) {
    assertThat(Shifts.floor(value, bits)).isEqualTo(divide(value, bits, RoundingMode.FLOOR));
  }

  @Property
  void truncateIsDivisionTowardsZero(@ForAll long value, @ForAll @IntRange(max = 62) int bits) {
    assertThat(Shifts.truncate(value, bits)).isEqualTo(divide(value, bits, RoundingMode.DOWN));
  }

  @Property
  void nearestEvenIsBankersRounding(
      @ForAll @LongRange(min = -LARGE, max = LARGE) long value,
      @ForAll @IntRange(max = 62) int bits) {
    assertThat(Shifts.nearestEven(value, bits))
        .isEqualTo(divide(value, bits, RoundingMode.HALF_EVEN));
  }

  @Property
  void nearestSendsHalvesUp(
      @ForAll @LongRange(min = -LARGE, max = LARGE) long value,
      @ForAll @IntRange(max = 62) int bits) {
    BigDecimal half = new BigDecimal("0.5");
    long expected =
        quotient(value, bits).add(half).setScale(0, RoundingMode.FLOOR).longValueExact();
    assertThat(Shifts.nearest(value, bits)).isEqualTo(expected);
  }

  @Property
  void stochasticIsOneOfTheTwoNeighbours(
      @ForAll long value, @ForAll @IntRange(max = 62) int bits, @ForAll long random) {
    assertThat(Shifts.stochastic(value, bits, random))
        .isBetween(
            divide(value, bits, RoundingMode.FLOOR), divide(value, bits, RoundingMode.CEILING));
  }

  private static long divide(long value, int bits, RoundingMode mode) {
    return quotient(value, bits).setScale(0, mode).longValueExact();
  }

  private static BigDecimal quotient(long value, int bits) {
    return BigDecimal.valueOf(value).divide(new BigDecimal(BigInteger.TWO.pow(bits)));
  }
}
