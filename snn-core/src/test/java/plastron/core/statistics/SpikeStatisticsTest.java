package plastron.core.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SpikeStatisticsTest {

  /**
   * Neuron 0 every 10 steps of a millisecond, neuron 1 in turns after 10 and 20, neuron 2 never.
   */
  @Test
  void countsByHand() {
    long[] steps = {5, 10, 20, 20, 30, 30, 40, 50, 50, 60, 60, 70, 80, 80, 90, 90, 100, 200};
    int[] neurons = {1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0};
    SpikeStatistics s =
        SpikeStatistics.of(3, steps.length, k -> steps[k], k -> neurons[k], 9, 109, 1);
    assertThat(s.neurons()).isEqualTo(3);
    assertThat(s.meanRateHz()).isCloseTo(1000 * (10 + 6) / 3. / 100, within(1e-9));
    assertThat(s.sdRateHz()).isCloseTo(10 * Math.sqrt((100 + 36) / 3. - 256 / 9.), within(1e-9));
    assertThat(s.silent()).isCloseTo(1 / 3., within(1e-12));
    // Intervals of neuron 1: 10, 20, 10, 20, 10: mean 14, deviation sqrt(30); of neuron 0 all 10.
    assertThat(s.cvNeurons()).isEqualTo(2);
    assertThat(s.cvMean()).isCloseTo(Math.sqrt(30) / 14 / 2, within(1e-12));
    // Bins of 1 ms hold 0, 1 or 2 spikes.
    double mean = 16 / 100.;
    double square = (4 * 1 + 6 * 4) / 100.;
    assertThat(s.fano1Ms()).isCloseTo((square - mean * mean) / mean, within(1e-12));
  }
}
