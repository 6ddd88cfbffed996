package plastron.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordingTest {

  @Test
  void countersAreInTheOrderOfTheirNames() {
    Recording recording =
        new Recording(List.of(), List.of(), Map.of("c", 3L, "a", 1L, "d", 4L, "b", 2L));
    assertThat(recording.counters().keySet()).containsExactly("a", "b", "c", "d");
  }
}
