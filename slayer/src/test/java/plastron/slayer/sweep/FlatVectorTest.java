package plastron.slayer.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlatVectorTest {

  @ParameterizedTest
  @CsvSource({"1023, 3", "1024, 3", "1025, 3", "2049, 3", "1023, 1", "1024, 1", "1025, 1", "0, 1"})
  void sumsAreFormedInOrderAndReplaceWhatWasThere(int size, int count) {
    Random random = new Random(5);
    FlatVector[] parts = new FlatVector[count];
    FlatVector[] kept = new FlatVector[count];
    double[] want = new double[size];
    for (int p = 0; p < count; p++) {
      double[] values = random.doubles(size, -1, 1).toArray();
      parts[p] = new FlatVector(values);
      kept[p] = new FlatVector(values);
      for (int i = 0; i < size; i++) {
        want[i] += values[i];
      }
    }
    for (int i = 0; i < size; i++) {
      want[i] *= 0.3;
    }
    FlatVector sum = new FlatVector(random.doubles(size).toArray());
    sum.setSum(0.3, parts);
    assertThat(sum.toArray()).isEqualTo(want);
    assertThat(parts).isEqualTo(kept);
  }
}
