package plastron.tasks.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RemainingTimeTest {

  private static final long MILLISECOND = 1_000_000L;

  private long now = 77;
  private final RemainingTime time = new RemainingTime(now);

  private void steps(int count, long milliseconds) {
    for (int i = 0; i < count; i++) {
      now += milliseconds * MILLISECOND;
      time.step(now);
    }
  }

  @Test
  void nothingIsSaidBeforeThereWereAFewSteps() {
    assertThat(time.left(100)).isEqualTo("-:--:-- left");
    steps(7, 100);
    assertThat(time.left(100)).isEqualTo("-:--:-- left");
    steps(1, 100);
    assertThat(time.left(100)).isEqualTo("0:00:10 left");
  }

  @Test
  void whereStepsAreSlowThreeAreEnough() {
    steps(3, 60_000);
    assertThat(time.left(100)).isEqualTo("1:40:00 left");
  }

  /** The first steps of a program are slow; the first estimate is not to be. */
  @Test
  void aSlowStartIsForgotten() {
    steps(1, 3000);
    steps(3, 500);
    steps(4, 100);
    assertThat(time.secondsPerStep()).hasValueCloseTo(0.1, within(1e-9));
  }

  @Test
  void laterOnTheNewestStepsCount() {
    steps(1000, 100);
    steps(64, 200);
    assertThat(time.secondsPerStep()).hasValueCloseTo(0.2, within(1e-9));
    assertThat(time.left(0)).isEqualTo("0:00:00 left");
  }
}
