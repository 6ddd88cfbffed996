package plastron.tasks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.FlooredProduct.Factor;
import plastron.plasticity.expr.FlooredProduct.When;
import plastron.plasticity.expr.Grid;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.BadInputException;

class CheckpointFormatTest {

  private static final Checkpoint CHECKPOINT =
      new Checkpoint(
          "1.2.3",
          "abc",
          new TrainerState(
              42,
              new double[] {1.5, -0.0, Double.MAX_VALUE, Double.MIN_VALUE},
              new double[][] {{}, {-Double.MAX_VALUE}, {0.1, 0.2}}),
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

  @Test
  void soDoGrids() {
    TrainerState exact = CHECKPOINT.state();
    List<Grid> grids =
        List.of(Grid.EXACT, new Grid(0.1, -1.5, Math.PI, Grid.Rounding.NEAREST_EVEN));
    List<StateGrid> states =
        List.of(
            new StateGrid(3, "E", "alpha", Grid.of(0.02, Grid.Rounding.RANDOM)),
            new StateGrid(4, "E", "", Grid.of(0.02, Grid.Rounding.DOWN)));
    TrainerState rounded =
        new TrainerState(exact.iteration(), exact.parameters(), exact.optimiser(), grids, states);
    byte[] bytes =
        CheckpointFormat.encode(new Checkpoint("1.2.3", "abc", rounded, 7, new double[0]));
    assertThat(CheckpointFormat.decode(bytes, "test").state().grids()).isEqualTo(grids);
    assertThat(CheckpointFormat.decode(bytes, "test").state().states()).isEqualTo(states);
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> CheckpointFormat.decode(cut, "test"))
          .isInstanceOf(BadInputException.class);
    }
    Factor rate = new Factor(List.of("x"), 0.01, 0, 127, 0);
    Factor spare = new Factor(List.of(), -1, 0, 127, 93);
    FlooredProduct product = new FlooredProduct(-5. / 8, 0.25, List.of(rate, spare));
    List<StateGrid> losing =
        List.of(
            states.getFirst(),
            new StateGrid(4, "E", "", states.getFirst().grid(), List.of(product, product)));
    TrainerState floored =
        new TrainerState(exact.iteration(), exact.parameters(), exact.optimiser(), grids, losing);
    byte[] more =
        CheckpointFormat.encode(new Checkpoint("1.2.3", "abc", floored, 7, new double[0]));
    assertThat(CheckpointFormat.decode(more, "test").state().states()).isEqualTo(losing);
    assertThat(ByteBuffer.wrap(more).getInt(8)).isEqualTo(3);
    FlooredProduct timed = new FlooredProduct(When.POST, 0.5, 2, List.of(rate));
    List<StateGrid> onSpikes =
        List.of(
            states.getFirst(),
            new StateGrid(4, "E", "", states.getFirst().grid(), List.of(product, timed)));
    TrainerState ofSpikes =
        new TrainerState(exact.iteration(), exact.parameters(), exact.optimiser(), grids, onSpikes);
    byte[] most =
        CheckpointFormat.encode(new Checkpoint("1.2.3", "abc", ofSpikes, 7, new double[0]));
    assertThat(CheckpointFormat.decode(most, "test").state().states()).isEqualTo(onSpikes);
    assertThat(ByteBuffer.wrap(most).getInt(8)).isEqualTo(4);
    // Without grids a file is what it was before there were any.
    assertThat(ByteBuffer.wrap(CheckpointFormat.encode(CHECKPOINT)).getInt(8)).isEqualTo(1);
    assertThat(ByteBuffer.wrap(bytes).getInt(8)).isEqualTo(2);
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

  /** Where the fields of {@link #CHECKPOINT} start, and what cannot stand there. */
  @Test
  void impossibleFieldsBehindARightChecksumAreNamed() {
    int metrics = 12 + 2 + 5 + 2 + 3;
    int recent = metrics + 8;
    int iteration = recent + 4 + 8;
    int parameters = iteration + 8;
    int optimiser = parameters + 4 + 4 * 8;
    refused(b -> b.putLong(metrics, -1), "length of the metrics log (-1), expected at least 0");
    for (int count : new int[] {-1, Integer.MAX_VALUE, Integer.MIN_VALUE, 1 << 28}) {
      refused(b -> b.putInt(recent, count), "announces (%d) recent measures".formatted(count));
      refused(b -> b.putInt(parameters, count), "announces (%d) parameters".formatted(count));
      refused(b -> b.putInt(optimiser, count), "announces (%d) optimiser arrays".formatted(count));
      refused(b -> b.putInt(optimiser + 4, count), "(%d) optimiser numbers".formatted(count));
    }
    for (long before : new long[] {-5, Long.MIN_VALUE}) {
      refused(b -> b.putLong(iteration, before), "iteration (%d), expected".formatted(before));
    }
    for (double value : new double[] {Double.NaN, Double.POSITIVE_INFINITY}) {
      refused(
          b -> b.putDouble(parameters + 4, value),
          "has (%s) among its parameters".formatted(value));
    }
    refused(b -> b.putLong(iteration, 0), "recent measures [0.25] after 0 iterations");
    refused(b -> b.putInt(8, 7), "(format 7) must have a format from 1 to 4.");
    refused(b -> b.putInt(optimiser, 2), "bytes too many");
    refused(b -> b.putShort(12, (short) -1), "ends too early");
  }

  private static void refused(Consumer<ByteBuffer> change, String message) {
    byte[] bytes = CheckpointFormat.encode(CHECKPOINT);
    change.accept(ByteBuffer.wrap(bytes));
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length - 8);
    ByteBuffer.wrap(bytes).putLong(bytes.length - 8, crc.getValue());
    assertThatThrownBy(() -> CheckpointFormat.decode(bytes, "test"))
        .isInstanceOf(BadInputException.class)
        .hasMessageContaining(message);
  }
}
