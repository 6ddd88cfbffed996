package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TapeLimitTest {

  private static final TapeLimit.Sizes SIZES = new TapeLimit.Sizes(1000, 10, 100, 120);

  @Test
  void whatFitsIsKeptWhole() {
    assertThat(TapeLimit.NONE.plan(5000, SIZES)).isEqualTo(new TapePlan(5000, 5000, 5000));
    assertThat(memory(2200).plan(10, SIZES)).isEqualTo(new TapePlan(10, 10, 10));
    assertThat(TapeLimit.NONE.plan(0, SIZES)).isEqualTo(new TapePlan(0, 1, 1));
  }

  @Test
  void ofRuleStatesTheLongestStretchThatFitsIsKept() {
    // The spikes, 100 windows and 80 + 2 states; the same and 10 + 10 states.
    assertThat(memory(10_200).plan(100, SIZES)).isEqualTo(new TapePlan(100, 100, 80));
    assertThat(memory(10_299).plan(100, SIZES)).isEqualTo(new TapePlan(100, 100, 80));
    assertThat(memory(4000).plan(100, SIZES)).isEqualTo(new TapePlan(100, 100, 10));
  }

  @Test
  void ifTheFewestStatesDoNotFitEpisodesAreCutIntoRuns() {
    // The spikes, 50 windows, 10 + 5 states (as many as 8 + 7) and two boundaries.
    assertThat(memory(3240).plan(100, SIZES)).isEqualTo(new TapePlan(100, 50, 10));
    assertThat(memory(1).plan(100, SIZES).runs()).isBetween(2, 20);
  }

  @Test
  void windowsMayBeLimitedByNumber() {
    assertThat(new TapeLimit(4, Long.MAX_VALUE).plan(10, SIZES)).isEqualTo(new TapePlan(10, 4, 4));
    assertThat(new TapeLimit(2, 1).plan(4900, SIZES).run()).isLessThanOrEqualTo(2);
  }

  @Test
  void nothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TapeLimit(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TapeLimit(1, 0));
  }

  private static TapeLimit memory(long bytes) {
    return new TapeLimit(Integer.MAX_VALUE, bytes);
  }
}
