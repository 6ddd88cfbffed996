package plastron.tasks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class IntervalProperties {

  /** Solves (p - q)^2 = z^2 q (1 - q) / n at both ends, which defines the score interval. */
  @Property
  void endsSolveTheScoreEquation(
      @ForAll @IntRange(min = 1, max = 5000) int of, @ForAll @IntRange(max = 5000) int some) {
    int hits = some % (of + 1);
    double p = (double) hits / of;
    Interval interval = Interval.wilson(hits, of);
    assertThat(interval.low()).isBetween(0.0, p);
    assertThat(interval.high()).isBetween(p, 1.0);
    for (double q : new double[] {interval.low(), interval.high()}) {
      double z2 = 3.841458820694124;
      assertThat((p - q) * (p - q)).isCloseTo(z2 * q * (1 - q) / of, within(1e-12));
    }
  }

  /** R: prop.test(930, 1000, correct = FALSE) gives 0.9124937 to 0.9442356. */
  @Example
  void knownInterval() {
    Interval interval = Interval.wilson(930, 1000);
    assertThat(interval.low()).isCloseTo(0.9125, within(5e-4));
    assertThat(interval.high()).isCloseTo(0.9443, within(5e-4));
  }

  @Example
  void noAttemptsAreRefused() {
    assertThatThrownBy(() -> Interval.wilson(0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Interval.wilson(3, 2)).isInstanceOf(IllegalArgumentException.class);
  }
}
