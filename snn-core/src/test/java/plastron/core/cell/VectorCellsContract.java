package plastron.core.cell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.lanes.Arriving;
import plastron.core.lanes.Lanes;

/** What every neuron model keeps that also takes its steps in vectors. */
interface VectorCellsContract extends NeuronModelContract {

  @Property(tries = 20)
  default void vectorsHaveTheBitsOfPlainLoops(
      @ForAll @IntRange(min = 1, max = 200) int neurons, @ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    NeuronModel model = model(neurons, random);
    Cells vectors = model.cells(0, neurons, DT_MS);
    VectorCells plain = (VectorCells) model.cells(0, neurons, DT_MS);
    double[] a = new double[Lanes.padded(neurons) * model.channels()];
    int[] spikesA = new int[neurons];
    int[] spikesB = new int[neurons];
    for (int t = 1; t <= STEPS; t++) {
      arrive(a, neurons, model.channels(), random);
      Arriving[] inVectors = Arriving.channels(a, Lanes.padded(neurons));
      if (random.nextBoolean()) {
        count(inVectors, a, random);
      }
      int count = vectors.step(t, inVectors, 0, neurons, spikesA);
      Arriving[] inSums = Arriving.channels(a, Lanes.padded(neurons));
      assertThat(plain.plainStep(t, inSums, 0, neurons, spikesB)).isEqualTo(count);
      assertThat(Arrays.copyOf(spikesA, count)).isEqualTo(Arrays.copyOf(spikesB, count));
      for (int i = 0; i < neurons; i++) {
        assertThat(vectors.potentialMv(i)).isEqualTo(plain.potentialMv(i));
      }
    }
  }

  /** Lets counts arrive, of one weight for each channel; overwrites the sums with the same. */
  private static void count(Arriving[] channels, double[] sums, SplittableRandom random) {
    int row = sums.length / channels.length;
    for (int c = 0; c < channels.length; c++) {
      byte[] counts = new byte[row];
      double weight = (c == 0 ? 1 : -1) * random.nextDouble(40);
      for (int i = 0; i < row; i++) {
        counts[i] = (byte) random.nextInt(3);
        sums[c * row + i] = weight * counts[i];
      }
      channels[c].counted(counts, 0, weight);
    }
  }
}
