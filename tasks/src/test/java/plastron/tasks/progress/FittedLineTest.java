package plastron.tasks.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FittedLineTest {

  private final FittedLine line =
      new FittedLine(0.5).add(0, "12/24").add(2, "less important").add(1, "important");

  @Test
  void whatMattersLeastIsLeftOutFirst() {
    assertThat(line.of(80))
        .isEqualTo("[############............] 12/24  less important  important");
    assertThat(line.of(45)).isEqualTo("[#####.....] 12/24  less important  important");
    assertThat(line.of(42)).isEqualTo("[###########............] 12/24  important");
    assertThat(line.of(26)).isEqualTo("[#########.........] 12/24");
    assertThat(line.of(10)).isEqualTo("12/24");
    assertThat(line.of(3)).isEqualTo("12/");
    assertThat(line.of(0)).isEmpty();
    assertThat(line.whole()).isEqualTo("12/24  less important  important");
  }

  @Test
  void moreThanAllIsAFullBar() {
    assertThat(new FittedLine(1.5).add(0, "x").of(20)).isEqualTo("[################] x");
  }
}
