package plastron.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class PairCorrelationTest {

  private static final int BINS = 4000;

  @Test
  void neuronsThatDoTheSameHaveOne() {
    PairCorrelation same = new PairCorrelation(3, 10, 10 + 5 * BINS, 5);
    Random random = new Random(1);
    for (int bin = 0; bin < BINS; bin++) {
      if (random.nextBoolean()) {
        for (int neuron = 0; neuron < 3; neuron++) {
          same.add(10 + 5 * bin + 1 + neuron, neuron);
        }
      }
    }
    assertThat(same.mean()).isCloseTo(1, within(1e-9));
  }

  @Test
  void isThatOfNumbersInBins() {
    PairCorrelation some = new PairCorrelation(2, 0, 2 * BINS, 2);
    Random random = new Random(2);
    double[][] counts = new double[2][BINS];
    for (int step = 1; step <= 2 * BINS; step++) {
      boolean common = random.nextInt(4) == 0;
      for (int neuron = 0; neuron < 2; neuron++) {
        if (common || random.nextInt(3) == 0) {
          some.add(step, neuron);
          counts[neuron][(step - 1) / 2]++;
        }
      }
    }
    some.add(2 * BINS + 1, 0); // behind the end
    double[] mean = {mean(counts[0], counts[0], true), mean(counts[1], counts[1], true)};
    double[] variance = new double[2];
    for (int i = 0; i < 2; i++) {
      variance[i] = mean(counts[i], counts[i], false) - mean[i] * mean[i];
    }
    double covariance = mean(counts[0], counts[1], false) - mean[0] * mean[1];
    assertThat(covariance).isGreaterThan(0.1);
    assertThat(some.mean())
        .isCloseTo(covariance / Math.sqrt(variance[0] * variance[1]), within(1e-12));
  }

  private static double mean(double[] a, double[] b, boolean first) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += first ? a[k] : a[k] * b[k];
    }
    return sum / a.length;
  }

  @Test
  void independentNeuronsOfALargePopulationHaveNone() {
    PairCorrelation none = new PairCorrelation(1000, 0, BINS, 1);
    Random random = new Random(3);
    for (int step = 1; step <= BINS; step++) {
      for (int neuron = 0; neuron < 1000; neuron += 10) {
        if (random.nextInt(5) == 0) {
          none.add(step, neuron);
        }
      }
    }
    assertThat(none.mean()).isCloseTo(0, within(2e-3));
  }

  @Test
  void silenceHasNone() {
    assertThat(new PairCorrelation(5, 0, 100, 1).mean()).isNaN();
  }
}
