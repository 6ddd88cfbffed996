package plastron.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SeedsTest {

  @Test
  void neverChange() {
    assertThat(Seeds.of(0, 0, 0)).isEqualTo(2915268333366241926L);
    assertThat(Seeds.of(1, 2, 3)).isEqualTo(5595694876161727292L);
    assertThat(Seeds.of(-1, Long.MAX_VALUE, 7)).isEqualTo(2992691283406387180L);
  }

  @Test
  void neighboursDiffer() {
    Set<Long> seeds = new HashSet<>();
    for (int run = -8; run < 8; run++) {
      for (int iteration = 0; iteration < 64; iteration++) {
        for (int episode = 0; episode < 64; episode++) {
          seeds.add(Seeds.of(run, iteration, episode));
        }
      }
    }
    assertThat(seeds).hasSize(16 * 64 * 64);
  }

  @Test
  void theFirstDrawsOfNeighbouringStreamsAreUncorrelated() {
    int n = 100_000;
    double product = 0;
    double mean = 0;
    for (int episode = 0; episode < n; episode++) {
      double a = Seeds.generator(5, 9, episode).nextDouble() - 0.5;
      double b = Seeds.generator(5, 9, episode + 1).nextDouble() - 0.5;
      mean += a / n;
      product += a * b / n;
    }
    // Standard deviations are 1 / sqrt(12 n) and 1 / (12 sqrt(n)).
    assertThat(mean).isBetween(-0.004, 0.004);
    assertThat(product).isBetween(-0.0012, 0.0012);
  }

  @Test
  void eachArgumentFlipsHalfOfTheBits() {
    SplittableRandom random = new SplittableRandom(1);
    double flips = 0;
    for (int n = 0; n < 3000; n++) {
      long[] key = {random.nextLong(), random.nextLong(), random.nextLong()};
      long before = Seeds.of(key[0], key[1], key[2]);
      key[n % 3] ^= 1L << random.nextInt(64);
      flips += Long.bitCount(before ^ Seeds.of(key[0], key[1], key[2])) / 3000.0;
    }
    assertThat(flips).isBetween(31.5, 32.5);
  }
}
