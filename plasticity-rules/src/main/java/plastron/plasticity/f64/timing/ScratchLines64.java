package plastron.plasticity.f64.timing;

import java.util.Arrays;

/** Lines for a result, exactly as many and as long as it has. Owned by one thread. */
final class ScratchLines64 {

  private double[][] lines = new double[0][];

  /** Lines with any content, kept until the next call. */
  double[][] of(int count, int length) {
    if (lines.length < count || lines[0].length != length) {
      lines = new double[count][length];
    }
    return lines.length == count ? lines : Arrays.copyOf(lines, count);
  }
}
