package plastron.export.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class UpdateIntervalsTest {

  private final UpdateIntervals intervals = new UpdateIntervals(63, 9);

  @Test
  void containsExactlyTheProducts() {
    TreeSet<Integer> products = new TreeSet<>();
    for (int m = 1; m <= 63; m++) {
      for (int k = 0; k <= 9; k++) {
        products.add(m << k);
      }
    }
    for (int interval = -3; interval <= 40_000; interval++) {
      assertThat(intervals.contains(interval))
          .as("%d", interval)
          .isEqualTo(products.contains(interval));
    }
  }

  @Test
  void theNearestIsFoundTheLongerOfTwo() {
    assertThat(intervals.nearest(50)).isEqualTo(50);
    assertThat(intervals.nearest(65)).isEqualTo(66);
    assertThat(intervals.nearest(1)).isEqualTo(1);
    assertThat(intervals.nearest(100_000)).isEqualTo(63 << 9);
    assertThat(intervals.nearest(Integer.MAX_VALUE)).isEqualTo(63 << 9);
    assertThat(new UpdateIntervals(63, 30).nearest(Integer.MAX_VALUE)).isEqualTo(63 << 25);
  }

  @Test
  void noOtherOneIsNearer() {
    for (int wanted = 1; wanted <= 40_000; wanted++) {
      int distance = 0;
      while (!intervals.contains(wanted + distance) && !intervals.contains(wanted - distance)) {
        distance++;
      }
      int longer = wanted + distance;
      assertThat(intervals.nearest(wanted))
          .as("%d", wanted)
          .isEqualTo(intervals.contains(longer) ? longer : wanted - distance);
    }
  }
}
