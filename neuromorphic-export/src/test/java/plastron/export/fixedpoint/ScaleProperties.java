package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;

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
}
