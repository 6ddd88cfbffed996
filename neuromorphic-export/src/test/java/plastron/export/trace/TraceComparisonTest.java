package plastron.export.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TraceComparisonTest {

  private static TraceError compare(float[] expected, float[] actual) {
    TraceComparison comparison = new TraceComparison("l");
    comparison.add(new float[][] {expected}, new float[][] {actual}, 1);
    return comparison.error();
  }

  @Test
  void errorsAreRelativeToTheLargestTrace() {
    TraceError error = compare(new float[] {0, -2, 1, 1}, new float[] {0, -1.5f, 1, 1});
    assertThat(error.fullScale()).isEqualTo(2);
    assertThat(error.rms()).isCloseTo(0.25, within(1e-12));
    assertThat(error.relativeRms()).isCloseTo(0.125, within(1e-12));
    assertThat(error.relativeMax()).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void correlationIsThatOfPearson() {
    assertThat(compare(new float[] {1, 2, 3}, new float[] {10, 20, 30}).correlation())
        .isCloseTo(1, within(1e-12));
    assertThat(compare(new float[] {1, 2, 3}, new float[] {3, 2, 1}).correlation())
        .isCloseTo(-1, within(1e-12));
    assertThat(compare(new float[] {0, 0}, new float[] {0, 0}).correlation()).isEqualTo(1);
    assertThat(compare(new float[] {0, 0}, new float[] {0, 1}).correlation()).isZero();
  }

  @Test
  void tracesThatMoveOnTheChipAloneAreInfinitelyWrong() {
    assertThat(compare(new float[] {0}, new float[] {1}).relativeRms()).isInfinite();
    assertThat(compare(new float[] {0}, new float[] {0}).relativeRms()).isZero();
  }
}
