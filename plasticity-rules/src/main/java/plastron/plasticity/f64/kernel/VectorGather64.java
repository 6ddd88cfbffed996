package plastron.plasticity.f64.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/** {@link Kernels64#gather} in the vectors of the machine. */
final class VectorGather64 {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int BLOCK = 4 * LANES;

  /** By number: the mask of the lanes from this number on. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static final VectorMask<Double>[] FROM = new VectorMask[LANES];

  static {
    for (int lane = 0; lane < LANES; lane++) {
      FROM[lane] = SPECIES.indexInRange(0, lane).not();
    }
  }

  private VectorGather64() {}

  private static DoubleVector load(double[] a, int i) {
    return DoubleVector.fromArray(SPECIES, a, i);
  }

  /** As {@link Kernels64#gather}. */
  static void gather(double[][] out, int count, double[][] rows, int[] which, int[] begin) {
    int columns = count == 0 ? 0 : out[0].length;
    // Few columns of all rows at a time: they fit the nearest cache, and rows are used repeatedly.
    int i = 0;
    for (; i + 2 * BLOCK <= columns; i += 2 * BLOCK) {
      for (int n = 0; n < count; n++) {
        if (begin[n] < begin[n + 1]) {
          gatherTwoBlocks(out[n], i, rows, which, begin[n], begin[n + 1]);
        }
      }
    }
    for (; i + BLOCK <= columns; i += BLOCK) {
      for (int n = 0; n < count; n++) {
        if (begin[n] < begin[n + 1]) {
          gatherBlock(out[n], i, rows, which, begin[n], begin[n + 1]);
        }
      }
    }
    for (int n = 0; i < columns && n < count; n++) {
      if (begin[n] < begin[n + 1]) {
        gatherLast(out[n], i, rows, which, begin[n], begin[n + 1]);
      }
    }
  }

  private static void gatherLast(
      double[] out, int start, double[][] rows, int[] which, int from, int to) {
    int i = start;
    for (; i + LANES <= out.length; i += LANES) {
      load(out, i).add(sum(rows, i, which, from, to)).intoArray(out, i);
    }
    if (i < out.length && out.length >= LANES) {
      // The last vector ends with the row; of its sums those count that are still missing.
      int last = out.length - LANES;
      VectorMask<Double> missing = FROM[i - last];
      load(out, last).add(sum(rows, last, which, from, to), missing).intoArray(out, last);
    } else {
      for (; i < out.length; i++) {
        double sum = 0;
        for (int k = from; k < to; k++) {
          sum += rows[which[k]][i];
        }
        out[i] += sum;
      }
    }
  }

  private static DoubleVector sum(double[][] rows, int i, int[] which, int from, int to) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    for (int k = from; k < to; k++) {
      sum = sum.add(load(rows[which[k]], i));
    }
    return sum;
  }

  private static void gatherBlock(
      double[] out, int i, double[][] rows, int[] which, int from, int to) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    for (int k = from; k < to; k++) {
      double[] row = rows[which[k]];
      s0 = s0.add(load(row, i));
      s1 = s1.add(load(row, i + LANES));
      s2 = s2.add(load(row, i + 2 * LANES));
      s3 = s3.add(load(row, i + 3 * LANES));
    }
    load(out, i).add(s0).intoArray(out, i);
    load(out, i + LANES).add(s1).intoArray(out, i + LANES);
    load(out, i + 2 * LANES).add(s2).intoArray(out, i + 2 * LANES);
    load(out, i + 3 * LANES).add(s3).intoArray(out, i + 3 * LANES);
  }

  /** Twice {@link #gatherBlock}, finding every row only once. */
  private static void gatherTwoBlocks(
      double[] out, int i, double[][] rows, int[] which, int from, int to) {
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    DoubleVector s4 = s0;
    DoubleVector s5 = s0;
    DoubleVector s6 = s0;
    DoubleVector s7 = s0;
    for (int k = from; k < to; k++) {
      double[] row = rows[which[k]];
      s0 = s0.add(load(row, i));
      s1 = s1.add(load(row, i + LANES));
      s2 = s2.add(load(row, i + 2 * LANES));
      s3 = s3.add(load(row, i + 3 * LANES));
      s4 = s4.add(load(row, i + 4 * LANES));
      s5 = s5.add(load(row, i + 5 * LANES));
      s6 = s6.add(load(row, i + 6 * LANES));
      s7 = s7.add(load(row, i + 7 * LANES));
    }
    load(out, i).add(s0).intoArray(out, i);
    load(out, i + LANES).add(s1).intoArray(out, i + LANES);
    load(out, i + 2 * LANES).add(s2).intoArray(out, i + 2 * LANES);
    load(out, i + 3 * LANES).add(s3).intoArray(out, i + 3 * LANES);
    load(out, i + 4 * LANES).add(s4).intoArray(out, i + 4 * LANES);
    load(out, i + 5 * LANES).add(s5).intoArray(out, i + 5 * LANES);
    load(out, i + 6 * LANES).add(s6).intoArray(out, i + 6 * LANES);
    load(out, i + 7 * LANES).add(s7).intoArray(out, i + 7 * LANES);
  }
}
