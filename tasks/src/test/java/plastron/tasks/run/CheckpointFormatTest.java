package plastron.tasks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.BadInputException;

class CheckpointFormatTest {

  private static final Checkpoint CHECKPOINT =
      new Checkpoint(
          "1.2.3",
          "abc",
          new TrainerState(
              42,
              new double[] {1.5, -0.0, Double.NaN, Double.MIN_VALUE},
              new double[][] {{}, {Double.POSITIVE_INFINITY}, {0.1, 0.2}}),
          12345678901L,
          new double[] {0.25});

  @Test
  void everyBitComesBack() {
    Checkpoint read = CheckpointFormat.decode(CheckpointFormat.encode(CHECKPOINT), "test");
    assertThat(read.version()).isEqualTo("1.2.3");
    assertThat(read.configuration()).isEqualTo("abc");
    assertThat(read.metricsBytes()).isEqualTo(12345678901L);
    assertThat(read.recent()).isEqualTo(new double[] {0.25});
    assertThat(read.state().iteration()).isEqualTo(42);
    assertThat(bits(read.state().parameters())).isEqualTo(bits(CHECKPOINT.state().parameters()));
    assertThat(read.state().optimiser()).isDeepEqualTo(CHECKPOINT.state().optimiser());
  }

  private static long[] bits(double[] values) {
    return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
  }

  @Test
  void everyTruncationIsNoticed() {
    byte[] bytes = CheckpointFormat.encode(CHECKPOINT);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CheckpointFormat.decode(cut, "test"))
          .isInstanceOf(BadInputException.class);
    }
  }

  @Test
  void everyFlippedBitIsNoticed() {
    byte[] bytes = CheckpointFormat.encode(CHECKPOINT);
    for (int bit = 0; bit < 8 * bytes.length; bit++) {
      byte[] damaged = bytes.clone();
      damaged[bit / 8] ^= (byte) (1 << bit % 8);
      assertThatThrownBy(() -> CheckpointFormat.decode(damaged, "test"))
          .isInstanceOf(BadInputException.class);
    }
  }
}
