package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class ScaleProperties {

  @Property
  void aFixedPointFormatRoundsAsDecimalArithmeticDoes(
      @ForAll @DoubleRange(min = -1e6, max = 1e6) @net.jqwik.api.constraints.Scale(9) double value,
      @ForAll @IntRange(min = 0, max = 20) int fraction) {
    FixedFormat format = FixedFormat.signed(24, fraction);
    long expected =
        new BigDecimal(value)
            .multiply(new BigDecimal(2).pow(fraction), MathContext.UNLIMITED)
            .setScale(0, RoundingMode.HALF_EVEN)
            .longValueExact();
    assertThat(format.scale().integer(value, Rounding.NEAREST_EVEN)).isEqualTo(expected);
  }

  @Property
  void everyIntegerOfAScaleSurvives(
      @ForAll @IntRange(min = -32768, max = 32767) int integer,
      @ForAll @IntRange(min = -40, max = 40) int octave) {
    double lsb = Math.scalb(1.37, octave);
    Scale scale = new Scale(lsb, -32768, 32767);
    assertThat(scale.integer(scale.real(integer), Rounding.NEAREST)).isEqualTo(integer);
  }

  @Property
  void whatDoesNotFitIsClippedToTheNearestEnd(@ForAll double value) {
    Scale scale = new Scale(0.5, -8, 7);
    long integer = scale.integer(value, Rounding.NEAREST);
    assertThat(integer).isBetween(-8L, 7L);
    if (scale.holds(value, Rounding.NEAREST)) {
      assertThat(Math.abs(scale.real(integer) - value)).isLessThanOrEqualTo(0.25);
    } else {
      assertThat(integer).isEqualTo(value > 0 ? 7 : -8);
    }
  }

  @Property
  void whatIsStoredInAnotherFormStandsForTheSameAndHasTheSameStep(
      @ForAll @IntRange(min = -128, max = 127) int integer,
      @ForAll @IntRange(min = 1, max = 8) int factor,
      @ForAll @IntRange(min = -300, max = 300) int offset,
      @ForAll @DoubleRange(min = -200, max = 200) double value) {
    Scale scale = new Scale(0.75, -128, 127);
    Scale stored = scale.stored(factor, offset);
    assertThat(stored.real((long) integer * factor + offset))
        .isCloseTo(scale.real(integer), within(1e-9));
    assertThat(stored.step()).isCloseTo(scale.step(), within(1e-12));
    assertThat(stored.integer(value, Rounding.NEAREST))
        .isEqualTo(scale.integer(value, Rounding.NEAREST) * factor + offset);
    assertThat(stored.holds(value, Rounding.NEAREST))
        .isEqualTo(scale.holds(value, Rounding.NEAREST));
  }
}
