package plastron.tasks.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class WilsonIntervalTest {

  /** Newcombe 1998, Statistics in Medicine 17, table I, method 3. */
  @Test
  void agreesWithPublishedValues() {
    check(81, 263, 0.2553, 0.3662);
    check(15, 148, 0.0624, 0.1605);
    check(0, 20, 0.0000, 0.1611);
    check(1, 29, 0.0061, 0.1718);
  }

  private static void check(long successes, long trials, double low, double high) {
    WilsonInterval interval = WilsonInterval.of(successes, trials, 0.95);
    assertThat(interval.low()).isCloseTo(low, within(5e-5));
    assertThat(interval.high()).isCloseTo(high, within(5e-5));
  }

  @Test
  void countsThatAreNoProportionAreRefused() {
    assertThatThrownBy(() -> WilsonInterval.of(1, 0, 0.95)).hasMessageContaining("1 of 0");
    assertThatThrownBy(() -> WilsonInterval.of(3, 2, 0.95)).hasMessageContaining("3 of 2");
  }
}
