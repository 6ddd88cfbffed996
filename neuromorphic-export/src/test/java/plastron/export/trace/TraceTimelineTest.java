package plastron.export.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTimelineTest {

  /** One layer of one synapse. */
  private static TraceTimeline timeline(int interval, float... values) {
    List<List<float[][]>> windows = new ArrayList<>();
    for (float value : values) {
      float[][] weights = {{value}};
      windows.add(List.<float[][]>of(weights));
    }
    return new TraceTimeline(windows, interval);
  }

  private static TraceError compare(TraceTimeline expected, TraceTimeline actual, int steps) {
    TraceComparison layer = new TraceComparison("l");
    TraceTimeline.compare(expected, actual, steps, List.of(layer));
    return layer.error();
  }

  private static float sine(int updates) {
    return (float) Math.sin(updates);
  }

  @Test
  void everyUpdateCountsOnceWhereBothUpdateTogether() {
    TraceError error = compare(timeline(4, 1, 2, 3), timeline(4, 1, 2, 5), 13);
    assertThat(error.entries()).isEqualTo(3);
    assertThat(error.max()).isEqualTo(2);
  }

  @Test
  void everyStepCountsOnceWhereTheyDoNot() {
    // Steps from 2: 2 3 4 5 6 7 8 9; float 1 1 2 2 3 3 4 4, chip 0 2 2 2 3 3 3 4.
    TraceError error = compare(timeline(2, 1, 2, 3, 4, 9), timeline(3, 2, 3, 4), 10);
    assertThat(error.entries()).isEqualTo(8);
    assertThat(error.fullScale()).isEqualTo(4);
    assertThat(error.rms()).isCloseTo(Math.sqrt((1 + 1 + 1) / 8.0), within(1e-12));
    assertThat(error.floatRms()).isCloseTo(Math.sqrt(60 / 8.0), within(1e-12));
  }

  @Test
  void aSideThatNeverUpdatesIsZero() {
    TraceError error = compare(timeline(20), timeline(3, 2, 2, 2), 10);
    assertThat(error.entries()).isEqualTo(7);
    assertThat(error.relativeError()).isInfinite();
    assertThat(compare(timeline(20), timeline(20), 10).entries()).isZero();
  }

  @Test
  void figuresAreThoseOfAllStepsWrittenOut() {
    TraceComparison written = new TraceComparison("l");
    for (int t = 5; t < 23; t++) {
      written.add(new float[][] {{sine(t / 5)}}, new float[][] {{t < 7 ? 0 : sine(t / 7)}}, 1);
    }
    TraceError error =
        compare(
            timeline(5, sine(1), sine(2), sine(3), sine(4)),
            timeline(7, sine(1), sine(2), sine(3)),
            23);
    assertThat(error.entries()).isEqualTo(written.error().entries());
    assertThat(error.rms()).isCloseTo(written.error().rms(), within(1e-12));
    assertThat(error.correlation()).isCloseTo(written.error().correlation(), within(1e-12));
  }
}
