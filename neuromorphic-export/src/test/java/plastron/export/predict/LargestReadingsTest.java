package plastron.export.predict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LargestReadingsTest {

  @Test
  void nothingIsShortOfNothing() {
    assertThat(share(new float[][][] {})).isEqualTo(1);
    assertThat(share(new float[][] {{0, 0}}, new float[][] {{0, 0}})).isEqualTo(1);
  }

  @Test
  void whatIsAlwaysAtItsBoundIsSeenNowhereElse() {
    assertThat(share(new float[][] {{0, 3}}, new float[][] {{-2, 3}}, new float[][] {{2, -3}}))
        .isZero();
  }

  @Test
  void aNewLargestValueMakesTheOldOnesSmaller() {
    assertThat(
            share(new float[][] {{1}}, new float[][] {{1}}, new float[][] {{-2}}, new float[1][1]))
        .isEqualTo(2.0 / 3);
  }

  private static double share(float[][]... readings) {
    LargestReadings all = new LargestReadings();
    for (float[][] reading : readings) {
      all.add(reading);
    }
    return all.shareBelow();
  }
}
