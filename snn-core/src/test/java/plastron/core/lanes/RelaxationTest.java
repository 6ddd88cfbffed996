package plastron.core.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RelaxationTest {

  @Test
  void isWhatItApproximates() {
    assertThat(Relaxation.of(0)).isEqualTo(1);
    for (double x = 1e-6; x < 3; x += 1e-3) {
      assertThat(Relaxation.of(x)).isEqualTo(-Math.expm1(-x) / x, within(1e-10));
    }
  }
}
