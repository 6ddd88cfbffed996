package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OutputAdjointProperties {

  private static final int STEPS = 12;
  private static final int NEURONS = 3;

  /** Sums are formed in the order of the calls, as if every entry had a number of its own. */
  @Property(tries = 200)
  void spansAreNothingButManyEntries(@ForAll long seed) {
    Random random = new Random(seed);
    OutputAdjoint adjoint = new OutputAdjoint(NEURONS);
    adjoint.add(0, STEPS, new double[] {1, 2, 3});
    adjoint.add(1, 1, 4);
    adjoint.clear();
    double[][] want = new double[STEPS][NEURONS];
    for (int call = random.nextInt(8); call >= 0; call--) {
      if (random.nextBoolean()) {
        int step = random.nextInt(STEPS);
        int neuron = random.nextInt(NEURONS);
        double value = random.nextGaussian();
        adjoint.add(step, neuron, value);
        want[step][neuron] += value;
      } else {
        int from = random.nextInt(STEPS);
        int to = from + 1 + random.nextInt(STEPS - from);
        double[] row = random.doubles(NEURONS, -1, 1).toArray();
        adjoint.add(from, to, row);
        for (int t = from; t < to; t++) {
          for (int i = 0; i < NEURONS; i++) {
            want[t][i] += row[i];
          }
        }
        row[0] = Double.NaN;
      }
    }
    double[] row = new double[NEURONS];
    float[] rounded = new float[NEURONS];
    for (int t = 0; t < STEPS; t++) {
      adjoint.copy(t, row);
      adjoint.copy(t, rounded);
      assertThat(row).isEqualTo(want[t]);
      for (int i = 0; i < NEURONS; i++) {
        assertThat(adjoint.get(t, i)).isEqualTo(want[t][i]);
        assertThat(rounded[i]).isEqualTo((float) want[t][i]);
      }
    }
  }
}
