package plastron.core.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class GaussianNoiseTest {

  private static final int NEURONS = 500;
  private static final int INTERVALS = 500;

  @Test
  void numbersHaveTheNormalDistribution() {
    double[] all = new double[40_000];
    for (int k = 0; k < 100; k++) {
      double[] drawn = new double[400];
      new GaussianNoise(5, 0, 400, 3, 2).draw(k, drawn, 0, 400);
      System.arraycopy(drawn, 0, all, 400 * k, 400);
    }
    double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(3, 2), all);
    assertThat(p).isGreaterThan(1e-3);
  }

  @Test
  void neuronsAndIntervalsAreIndependent() {
    GaussianNoise noise = new GaussianNoise(3, 0, NEURONS, 0, 1);
    double[][] drawn = new double[INTERVALS][NEURONS];
    for (int k = 0; k < INTERVALS; k++) {
      noise.draw(k, drawn[k], 0, NEURONS);
    }
    for (int lag = 1; lag <= 20; lag++) {
      double overIntervals = 0;
      double overNeurons = 0;
      for (int k = 0; k < INTERVALS - 20; k++) {
        for (int i = 0; i < NEURONS - 20; i++) {
          overIntervals += drawn[k][i] * drawn[k + lag][i];
          overNeurons += drawn[k][i] * drawn[k][i + lag];
        }
      }
      int count = (INTERVALS - 20) * (NEURONS - 20);
      assertThat(overIntervals / count).isCloseTo(0, within(5 / Math.sqrt(count)));
      assertThat(overNeurons / count).isCloseTo(0, within(5 / Math.sqrt(count)));
    }
  }

  @Test
  void aNeuronHasTheSameNoiseWhereverItsBlockBegins() {
    double[] all = new double[100];
    double[] some = new double[63];
    new GaussianNoise(3, 0, 100, 2, 0.5).draw(9, all, 0, 100);
    GaussianNoise noise = new GaussianNoise(3, 37, 100, 2, 0.5);
    noise.draw(9, some, 20, 63);
    noise.draw(9, some, 0, 20);
    for (int i = 37; i < 100; i++) {
      assertThat(some[i - 37]).isEqualTo(all[i]);
    }
  }

  @Test
  void withoutDeviationItIsItsMean() {
    double[] numbers = new double[3];
    new GaussianNoise(3, 0, 3, 2.5, 0).draw(0, numbers, 0, 3);
    assertThat(numbers).containsOnly(2.5);
  }
}
