package plastron.core.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.PoissonDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PoissonNoiseTest {

  private static final int NEURONS = 1000;
  private static final int STEPS = 1000;

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 2, 17, 180})
  void countsHaveTheDistributionOfPoisson(double mean) {
    PoissonNoise noise = new PoissonNoise(7, 0, NEURONS, mean, 1);
    int[] times = new int[1000];
    for (int t = 1; t <= STEPS; t++) {
      double[] sums = new double[NEURONS];
      noise.add(t, sums, 0, 0, NEURONS);
      for (double count : sums) {
        times[(int) count]++;
      }
    }
    PoissonDistribution poisson = new PoissonDistribution(mean);
    double chi = 0;
    int cells = 0;
    double restExpected = 0;
    int restGot = 0;
    for (int k = 0; k < times.length; k++) {
      double expected = poisson.probability(k) * NEURONS * STEPS;
      if (expected < 20) {
        restExpected += expected;
        restGot += times[k];
      } else {
        chi += (times[k] - expected) * (times[k] - expected) / expected;
        cells++;
      }
    }
    if (restExpected > 5) {
      chi += (restGot - restExpected) * (restGot - restExpected) / restExpected;
      cells++;
    }
    double p = 1 - new ChiSquaredDistribution(cells - 1).cumulativeProbability(chi);
    assertThat(p).isGreaterThan(1e-4);
  }

  @Test
  void neuronsAndStepsAreIndependent() {
    PoissonNoise noise = new PoissonNoise(3, 0, NEURONS, 2, 1);
    double[][] counts = new double[STEPS][NEURONS];
    for (int t = 0; t < STEPS; t++) {
      noise.add(t + 1, counts[t], 0, 0, NEURONS);
    }
    for (int lag = 1; lag <= 40; lag++) {
      double overSteps = 0;
      double overNeurons = 0;
      for (int t = 0; t < STEPS - 40; t++) {
        for (int i = 0; i < NEURONS - 40; i++) {
          overSteps += (counts[t][i] - 2) * (counts[t + lag][i] - 2);
          overNeurons += (counts[t][i] - 2) * (counts[t][i + lag] - 2);
        }
      }
      // The deviation of a mean of products of independent counts of variance 2.
      double deviation = 2 / Math.sqrt((STEPS - 40.) * (NEURONS - 40.));
      assertThat(overSteps / (STEPS - 40) / (NEURONS - 40)).isCloseTo(0, within(5 * deviation));
      assertThat(overNeurons / (STEPS - 40) / (NEURONS - 40)).isCloseTo(0, within(5 * deviation));
    }
  }

  @Test
  void aNeuronHasTheSameNoiseWhereverItsBlockBegins() {
    PoissonNoise all = new PoissonNoise(3, 0, 100, 2, 0.5);
    PoissonNoise some = new PoissonNoise(3, 37, 100, 2, 0.5);
    for (int t = 1; t <= 100; t++) {
      double[] a = new double[100];
      double[] b = new double[63];
      double[] parts = new double[100];
      all.add(t, a, 0, 0, 100);
      some.add(t, b, 0, 0, 63);
      all.add(t, parts, 0, 0, 19);
      all.add(t, parts, 0, 19, 100);
      for (int i = 37; i < 100; i++) {
        assertThat(b[i - 37]).isEqualTo(a[i]);
      }
      assertThat(parts).isEqualTo(a);
    }
  }

  @Test
  void refusesMoreSpikesThanItsTableHolds() {
    assertThatThrownBy(() -> new PoissonNoise(1, 0, 1, 501, 1))
        .hasMessageContaining("501")
        .hasMessageContaining("at most 500");
  }
}
