package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MantissaExponentTest {

  private static MantissaExponent fit(double wanted) {
    return MantissaExponent.fit(wanted, -8, 7, -7, 8);
  }

  @Test
  void everyNumberThatCanBeMetIsMetWithTheSmallestExponent() {
    for (int mantissa = -8; mantissa <= 7; mantissa++) {
      for (int exponent = -7; exponent <= 8; exponent++) {
        double value = Math.scalb((double) mantissa, exponent);
        MantissaExponent fitted = fit(value);
        assertThat(fitted.value()).isEqualTo(value);
        assertThat(fitted.exponent()).isLessThanOrEqualTo(exponent);
      }
    }
  }

  @Test
  void noOtherNumberIsNearer() {
    for (double wanted = -2100; wanted <= 2100; wanted += 0.37) {
      double best = Double.POSITIVE_INFINITY;
      for (int mantissa = -8; mantissa <= 7; mantissa++) {
        for (int exponent = -7; exponent <= 8; exponent++) {
          best = Math.min(best, Math.abs(Math.scalb((double) mantissa, exponent) - wanted));
        }
      }
      assertThat(Math.abs(fit(wanted).value() - wanted)).isEqualTo(best);
    }
  }

  @Test
  void theErrorIsRelative() {
    assertThat(fit(0.05).relativeError(0.05)).isBetween(0.04, 0.11);
    assertThat(fit(0).relativeError(0)).isZero();
    assertThat(fit(1e9).relativeError(1e9)).isGreaterThan(0.99);
  }

  @Test
  void whatIsNoNumberIsRefused() {
    assertThatThrownBy(() -> fit(Double.NaN)).hasMessageContaining("(NaN)");
  }
}
