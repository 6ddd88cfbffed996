package plastron.export.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Counter WRAPS = Counter.harmful("wraps", "a value wrapped");
  private static final Counter BOUNDS = Counter.harmless("bounds", "a value was held");

  @Test
  void countsBelongToALayerAndAKind() {
    List<Tally> tallies =
        Tally.of(
            List.of(WRAPS, BOUNDS), Map.of("b.wraps", 2L, "a.first.wraps", 1L, "a.bounds", 40L));
    assertThat(tallies)
        .containsExactly(
            new Tally("a", BOUNDS, 40), new Tally("a.first", WRAPS, 1), new Tally("b", WRAPS, 2));
    assertThat(tallies.get(1).name()).isEqualTo("a.first.wraps");
    assertThat(Tally.harmful(tallies)).isEqualTo(3);
  }

  @Test
  void whatTheChipDoesNotDeclareIsNoCounter() {
    assertThatThrownBy(() -> Tally.of(List.of(WRAPS), Map.of("a.clips", 1L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Counter (a.clips) is not one of the chip's [wraps].");
  }
}
