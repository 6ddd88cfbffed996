package plastron.core.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SpaceTest {

  private static final double INFINITY = Double.POSITIVE_INFINITY;

  private final SplittableRandom random = new SplittableRandom(1);

  @Test
  void aBoxHoldsItsBounds() {
    Space box = new Space.Box(new double[] {-1, 0}, new double[] {1, INFINITY});
    assertThat(box.contains(new double[] {-1, 0})).isTrue();
    assertThat(box.contains(new double[] {1, INFINITY})).isTrue();
    assertThat(box.contains(new double[] {1.1, 0})).isFalse();
    assertThat(box.contains(new double[] {0, -1e-9})).isFalse();
    assertThat(box.contains(new double[] {0, Double.NaN})).isFalse();
    assertThat(box.contains(new double[] {0})).isFalse();
    assertThat(box)
        .isEqualTo(new Space.Box(box.low(), box.high()))
        .hasSameHashCodeAs(new Space.Box(box.low(), box.high()));
  }

  @Test
  void samplesFillTheBox() {
    Space box =
        new Space.Box(
            new double[] {-1, 0, -INFINITY, -INFINITY, 2},
            new double[] {1, INFINITY, 3, INFINITY, 2});
    double[] sum = new double[5];
    for (int k = 0; k < 4000; k++) {
      double[] value = box.sample(random);
      assertThat(box.contains(value)).isTrue();
      for (int i = 0; i < 5; i++) {
        sum[i] += value[i] / 4000;
      }
    }
    double[] means = {0, 1, 2, 0, 2};
    for (int i = 0; i < 5; i++) {
      assertThat(sum[i]).isBetween(means[i] - 0.08, means[i] + 0.08);
    }
  }

  @Test
  void aDiscreteSpaceHoldsWholeNumbers() {
    Space three = new Space.Discrete(3);
    int[] drawn = new int[3];
    for (int k = 0; k < 300; k++) {
      drawn[(int) three.sample(random)[0]]++;
    }
    assertThat(Arrays.stream(drawn)).allMatch(n -> n > 60);
    for (double wrong : new double[] {-1, 3, 0.5, Double.NaN, INFINITY}) {
      assertThat(three.contains(new double[] {wrong})).isFalse();
    }
    assertThat(three.high()).containsExactly(2);
  }

  @Test
  void spacesNeedValues() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Space.Discrete(0));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Space.Box(new double[] {1}, new double[] {0}))
        .withMessageContaining("(1.0 to 0.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Space.Box(new double[0], new double[0]));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Space.Box(new double[] {Double.NaN}, new double[] {0}));
  }
}
