package plastron.export.fixedpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RoundingTest {

  @Test
  void halvesGoWhereTheNameSays() {
    double[] halves = {-2.5, -1.5, -0.5, 0.5, 1.5, 2.5};
    assertThat(Arrays.stream(halves).mapToLong(Rounding.NEAREST::round))
        .containsExactly(-2L, -1L, 0L, 1L, 2L, 3L);
    assertThat(Arrays.stream(halves).mapToLong(Rounding.NEAREST_EVEN::round))
        .containsExactly(-2L, -2L, 0L, 0L, 2L, 2L);
    assertThat(Arrays.stream(halves).mapToLong(Rounding.FLOOR::round))
        .containsExactly(-3L, -2L, -1L, 0L, 1L, 2L);
  }

  @Test
  void theNumberJustBelowOneHalfRoundsDown() {
    assertThat(Rounding.NEAREST.round(Math.nextDown(0.5))).isZero();
  }

  @Test
  void whatIsNoIntegerIsRefused() {
    for (Rounding rounding : Rounding.values()) {
      assertThatThrownBy(() -> rounding.round(Double.NaN)).isInstanceOf(ArithmeticException.class);
      assertThatThrownBy(() -> rounding.round(0x1p63)).hasMessageContaining("9.223372036854776E18");
    }
  }
}
