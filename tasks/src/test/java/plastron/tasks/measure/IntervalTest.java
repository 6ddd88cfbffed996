package plastron.tasks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

  /** Newcombe (1998), Statistics in Medicine 17, table I: 81 of 263 and 15 of 148. */
  @Test
  void sharesHaveWilsonsInterval() {
    Interval many = Interval.ofShare(81, 263);
    assertThat(many.low()).isCloseTo(0.2553, within(5e-5));
    assertThat(many.high()).isCloseTo(0.3662, within(5e-5));
    Interval few = Interval.ofShare(15, 148);
    assertThat(few.low()).isCloseTo(0.0624, within(5e-5));
    assertThat(few.high()).isCloseTo(0.1605, within(5e-5));
  }

  @Test
  void endsStayBetweenNoneAndAll() {
    assertThat(Interval.ofShare(0, 20).low()).isZero();
    assertThat(Interval.ofShare(0, 20).high()).isCloseTo(0.1611, within(5e-5));
    assertThat(Interval.ofShare(29, 29).high()).isEqualTo(1);
  }

  /** Of 1, 2, 3, 4, 5: the quantile of 4 degrees of freedom is 2.7764. */
  @Test
  void meansHaveStudentsInterval() {
    Interval interval = Interval.ofMean(3, Math.sqrt(2.5), 5);
    assertThat(interval.high() - 3).isCloseTo(2.7764 * Math.sqrt(0.5), within(1e-4));
    assertThat(3 - interval.low()).isCloseTo(interval.high() - 3, within(1e-12));
    assertThat(Interval.ofMean(3, 0, 1).low()).isNaN();
  }
}
