package plastron.export.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RangeCollectorTest {

  private static ValueRange of(double... peaks) {
    RangeCollector collector = new RangeCollector();
    for (double peak : peaks) {
      collector.addAll(new double[] {0, -peak, peak / 2});
      collector.endExample();
    }
    return collector.range();
  }

  @Test
  void whatIsAlwaysTheSameIsExpectedToBeTheSame() {
    assertThat(of(2, 2, 2, 2).expected()).isEqualTo(2);
    assertThat(of(2, 2, 2, 2).room(1.5)).isEqualTo(3);
  }

  @Test
  void theMoreExamplesDifferTheFurtherOthersMayGo() {
    // Mean 2, largest 3: a spread of 1 / (1/2 + 1/3 + 1/4).
    ValueRange range = of(1, 2, 2, 3);
    assertThat(range.maxAbsolute()).isEqualTo(3);
    assertThat(range.expected()).isCloseTo(2 + 7 * 12 / 13.0, within(1e-12));
    assertThat(range.room(1)).isEqualTo(range.expected());
    assertThat(of(1.9, 2, 2, 3).expected()).isLessThan(range.expected());
  }

  @Test
  void ofOneExampleNothingElseIsKnown() {
    assertThat(of(5).expected()).isEqualTo(5);
    assertThat(new RangeCollector().range()).isEqualTo(ValueRange.ZERO);
  }
}
