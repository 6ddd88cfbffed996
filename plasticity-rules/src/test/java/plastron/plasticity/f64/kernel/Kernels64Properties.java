package plastron.plasticity.f64.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** The fastest kernels have the bits of the plain ones, {@code -0} and NaN included. */
class Kernels64Properties {

  /** Operands of every kernel. */
  private static final class Operands {
    final double[][] rows;
    final double[] a;
    final double[] k;
    final double[] across;
    final double[] down;
    final double[][] others;
    final int[] which;
    final int[] begin;

    Operands(int count, int length, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      rows = new double[count][length];
      others = new double[count][length];
      for (int j = 0; j < count; j++) {
        fill(rows[j], random);
        fill(others[j], random);
      }
      a = fill(new double[length], random);
      k = fill(new double[count], random);
      across = fill(new double[length], random);
      down = fill(new double[count], random);
      which = random.ints(2L * count, 0, count).toArray();
      begin = random.ints(count + 1L, 0, which.length + 1).sorted().toArray();
    }

    private static double[] fill(double[] row, SplittableRandom random) {
      for (int i = 0; i < row.length; i++) {
        double v = (double) random.nextDouble(-2, 2);
        row[i] = random.nextInt(5) == 0 ? 0 * v : random.nextInt(200) == 0 ? Double.NaN : v;
      }
      return row;
    }
  }

  @Property(tries = 400)
  void everyKernelHasThePlainBits(
      @ForAll @IntRange(min = 1, max = 70) int count,
      @ForAll @IntRange(min = 1, max = 300) int length,
      @ForAll long seed) {
    law(count, length, seed, (kernels, o) -> kernels.scale(o.across, o.k[0]));
    law(count, length, seed, (kernels, o) -> kernels.add(o.across, o.a));
    law(count, length, seed, (kernels, o) -> kernels.add(o.across, o.k[0], o.a));
    law(count, length, seed, (kernels, o) -> kernels.addWeightedRows(o.across, o.k, o.rows));
    law(count, length, seed, (kernels, o) -> kernels.addToRows(o.rows, o.k, o.a));
    law(count, length, seed, (kernels, o) -> kernels.addDots(o.down, o.rows, o.a));
    law(count, length, seed, (kernels, o) -> o.down[0] = kernels.dot(o.rows[0], o.a));
    law(count, length, seed, (kernels, o) -> kernels.setRows(o.rows, o.k, o.a));
    law(
        count,
        length,
        seed,
        (kernels, o) -> kernels.setRowsAndGather(o.rows, o.k, o.a, o.others, o.which, o.begin));
    law(
        count,
        length,
        seed,
        (kernels, o) -> kernels.gather(o.rows, count, o.others, o.which, o.begin));
  }

  private static void law(
      int count, int length, long seed, BiConsumer<Kernels64, Operands> kernel) {
    Operands got = new Operands(count, length, seed);
    Operands want = new Operands(count, length, seed);
    kernel.accept(Kernels64.FASTEST, got);
    kernel.accept(new PlainKernels64(), want);
    assertThat(got.across).isEqualTo(want.across);
    assertThat(got.down).isEqualTo(want.down);
    for (int j = 0; j < count; j++) {
      assertThat(got.rows[j]).isEqualTo(want.rows[j]);
    }
  }

  @Test
  void dotIsTheSumOfProducts() {
    double[] a = {1, 2, 3};
    double[] b = {10, 100, 1000};
    assertThat(Kernels64.FASTEST.dot(a, b)).isEqualTo(3210);
  }
}
