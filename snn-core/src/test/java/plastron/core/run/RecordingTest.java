package plastron.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;

class RecordingTest {

  @Test
  void countersAreInTheOrderOfTheirNames() {
    Recording recording =
        new Recording(List.of(), List.of(), Map.of("c", 3L, "a", 1L, "d", 4L, "b", 2L));
    assertThat(recording.counters().keySet()).containsExactly("a", "b", "c", "d");
  }

  @Test
  void partsJoinInOrderOfTime() {
    SpikeRaster first = new SpikeRaster(2, 1);
    first.set(1, 0);
    SpikeRaster second = new SpikeRaster(1, 1);
    float[][] early = {{1}, {2}};
    float[][] late = {{3}};
    List<float[][]> trace = new ArrayList<>();
    trace.add(new float[][] {{0.5f}});
    Recording joined =
        Recording.joined(
            List.of(
                new Recording(
                    List.of(first),
                    Map.of("v", early),
                    Map.of("m", late),
                    List.of(),
                    Map.of("a", 1L, "b", 2L)),
                new Recording(
                    List.of(second),
                    Map.of("v", late),
                    Map.of("m", early),
                    List.of(trace),
                    Map.of("b", 3L, "c", 4L))));
    assertThat(joined.spikes()).containsExactly(SpikeRaster.joined(List.of(first, second)));
    assertThat(joined.potentials().get("v")).isDeepEqualTo(new float[][] {{1}, {2}, {3}});
    assertThat(joined.outputs().get("m")).isDeepEqualTo(new float[][] {{3}, {1}, {2}});
    assertThat(joined.traces()).containsExactly(trace);
    assertThat(joined.counters()).isEqualTo(Map.of("a", 1L, "b", 5L, "c", 4L));
  }
}
