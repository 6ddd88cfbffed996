package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TapeLimitTest {

  @Test
  void whatFitsIsKeptWhole() {
    assertThat(TapeLimit.NONE.windows(5000, 1_000_000, 1_000_000)).isEqualTo(5000);
    assertThat(new TapeLimit(Integer.MAX_VALUE, 1000).windows(10, 100, 90)).isEqualTo(10);
    assertThat(new TapeLimit(4, 1000).windows(10, 100, 90)).isEqualTo(4);
    assertThat(TapeLimit.NONE.windows(0, 100, 90)).isEqualTo(1);
  }

  @Test
  void ofALongEpisodeTheSquareRootIsKept() {
    TapeLimit limit = new TapeLimit(Integer.MAX_VALUE, 999);
    assertThat(limit.windows(10, 100, 90)).isEqualTo(3);
    assertThat(limit.windows(4900, 100, 100)).isEqualTo(70);
    assertThat(limit.windows(4900, 100, 1)).isEqualTo(7);
    assertThat(new TapeLimit(2, 10).windows(4900, 100, 100)).isEqualTo(2);
    assertThat(limit.windows(11, 1000, 1)).isEqualTo(1);
  }

  @Test
  void nothingIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new TapeLimit(0, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> new TapeLimit(1, 0));
  }
}
