package plastron.slayer.initialise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import plastron.plasticity.initialise.Constant;
import plastron.plasticity.initialise.Initialiser;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.initialise.Uniform;

class InitialiserTest {

  private static double[] entries(Initialiser initialiser, int rows, int columns) {
    return Arrays.stream(initialiser.draw(rows, columns, new SplittableRandom(7)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static void hasMoments(double[] entries, double mean, double deviation) {
    double m = DoubleStream.of(entries).average().orElseThrow();
    double v = DoubleStream.of(entries).map(e -> (e - m) * (e - m)).average().orElseThrow();
    assertThat(m).isCloseTo(mean, within(0.03));
    assertThat(Math.sqrt(v)).isCloseTo(deviation, within(0.03));
  }

  @Test
  void momentsAreAsAskedFor() {
    hasMoments(entries(new Normal(0.5, 0.7), 200, 100), 0.5, 0.7);
    hasMoments(entries(Uniform.around(0.5, 0.7), 200, 100), 0.5, 0.7);
    hasMoments(entries(new Orthogonal(0.5, 0.7), 200, 100), 0.5, 0.7);
    hasMoments(entries(new Constant(0.5), 3, 4), 0.5, 0);
  }

  @Test
  void theSameGeneratorGivesTheSameNumbers() {
    assertThat(entries(new Orthogonal(0, 1), 6, 4)).isEqualTo(entries(new Orthogonal(0, 1), 6, 4));
    assertThat(entries(new Normal(0, 1), 6, 4)).isEqualTo(entries(new Normal(0, 1), 6, 4));
  }

  @Test
  void theShorterSideIsOrthogonal() {
    for (int[] shape : new int[][] {{6, 4}, {4, 6}, {5, 5}}) {
      double[][] m = new Orthogonal(0, 2).draw(shape[0], shape[1], new SplittableRandom(3));
      boolean tall = shape[0] >= shape[1];
      int vectors = Math.min(shape[0], shape[1]);
      int length = Math.max(shape[0], shape[1]);
      for (int a = 0; a < vectors; a++) {
        for (int b = 0; b < vectors; b++) {
          double dot = 0;
          for (int k = 0; k < length; k++) {
            dot += tall ? m[k][a] * m[k][b] : m[a][k] * m[b][k];
          }
          assertThat(dot).isCloseTo(a == b ? 4.0 * length : 0, within(1e-9));
        }
      }
    }
  }

  @Test
  void uniformStaysInItsRange() {
    assertThat(Arrays.stream(entries(new Uniform(-1, 3), 50, 50)).boxed())
        .allMatch(e -> e >= -1 && e < 3);
  }

  @Test
  void numbersThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> new Normal(0, -1)).hasMessageContaining("-1.0");
    assertThatThrownBy(() -> new Uniform(2, 1)).hasMessageContaining("2.0");
    assertThatThrownBy(() -> new Constant(Double.NaN)).hasMessageContaining("NaN");
    assertThatThrownBy(() -> new Orthogonal(0, Double.NaN)).hasMessageContaining("NaN");
  }
}
