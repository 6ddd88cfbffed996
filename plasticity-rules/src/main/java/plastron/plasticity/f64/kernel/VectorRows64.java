package plastron.plasticity.f64.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Sums of rows and sums onto rows, each row times a number, in the vectors of the machine. Rows
 * times 0 are left out; where there are none, a counted loop is faster.
 */
final class VectorRows64 {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int BLOCK = 4 * LANES;

  private VectorRows64() {}

  private static DoubleVector load(double[] a, int i) {
    return DoubleVector.fromArray(SPECIES, a, i);
  }

  private static DoubleVector load(double[] a, int i, VectorMask<Double> mask) {
    return DoubleVector.fromArray(SPECIES, a, i, mask);
  }

  /** As {@link Kernels64#addWeightedRows}. */
  static void addWeighted(double[] out, double[] k, double[][] rows) {
    for (int first = 0; first < k.length; first += Long.SIZE) {
      long which = nonZero(k, first);
      int count = Math.min(k.length - first, Long.SIZE);
      if (Long.bitCount(which) == count) {
        addAll(out, k, rows, first, first + count);
      } else {
        addSome(out, k, rows, first, which);
      }
    }
  }

  private static void addAll(double[] out, double[] k, double[][] rows, int first, int end) {
    int i = 0;
    for (; i + BLOCK <= out.length; i += BLOCK) {
      DoubleVector s0 = load(out, i);
      DoubleVector s1 = load(out, i + LANES);
      DoubleVector s2 = load(out, i + 2 * LANES);
      DoubleVector s3 = load(out, i + 3 * LANES);
      for (int j = first; j < end; j++) {
        double[] row = rows[j];
        s0 = s0.add(load(row, i).mul(k[j]));
        s1 = s1.add(load(row, i + LANES).mul(k[j]));
        s2 = s2.add(load(row, i + 2 * LANES).mul(k[j]));
        s3 = s3.add(load(row, i + 3 * LANES).mul(k[j]));
      }
      s0.intoArray(out, i);
      s1.intoArray(out, i + LANES);
      s2.intoArray(out, i + 2 * LANES);
      s3.intoArray(out, i + 3 * LANES);
    }
    for (; i < out.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, out.length);
      DoubleVector sum = load(out, i, mask);
      for (int j = first; j < end; j++) {
        sum = sum.add(load(rows[j], i, mask).mul(k[j]));
      }
      sum.intoArray(out, i, mask);
    }
  }

  /** Adds those rows from {@code first} on of which there is a bit. */
  private static void addSome(double[] out, double[] k, double[][] rows, int first, long which) {
    int i = 0;
    for (; i + BLOCK <= out.length; i += BLOCK) {
      DoubleVector s0 = load(out, i);
      DoubleVector s1 = load(out, i + LANES);
      DoubleVector s2 = load(out, i + 2 * LANES);
      DoubleVector s3 = load(out, i + 3 * LANES);
      for (long some = which; some != 0; some &= some - 1) {
        int j = first + Long.numberOfTrailingZeros(some);
        double[] row = rows[j];
        s0 = s0.add(load(row, i).mul(k[j]));
        s1 = s1.add(load(row, i + LANES).mul(k[j]));
        s2 = s2.add(load(row, i + 2 * LANES).mul(k[j]));
        s3 = s3.add(load(row, i + 3 * LANES).mul(k[j]));
      }
      s0.intoArray(out, i);
      s1.intoArray(out, i + LANES);
      s2.intoArray(out, i + 2 * LANES);
      s3.intoArray(out, i + 3 * LANES);
    }
    for (; i < out.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, out.length);
      DoubleVector sum = load(out, i, mask);
      for (long some = which; some != 0; some &= some - 1) {
        int j = first + Long.numberOfTrailingZeros(some);
        sum = sum.add(load(rows[j], i, mask).mul(k[j]));
      }
      sum.intoArray(out, i, mask);
    }
  }

  /** As {@link Kernels64#addToRows}. */
  static void addTo(double[][] rows, double[] k, double[] a) {
    for (int first = 0; first < k.length; first += Long.SIZE) {
      long which = nonZero(k, first);
      int count = Math.min(k.length - first, Long.SIZE);
      if (Long.bitCount(which) == count) {
        addToAll(rows, k, a, first, first + count);
      } else {
        addToSome(rows, k, a, first, which);
      }
    }
  }

  private static void addToAll(double[][] rows, double[] k, double[] a, int first, int end) {
    int i = 0;
    for (; i + BLOCK <= a.length; i += BLOCK) {
      DoubleVector a0 = load(a, i);
      DoubleVector a1 = load(a, i + LANES);
      DoubleVector a2 = load(a, i + 2 * LANES);
      DoubleVector a3 = load(a, i + 3 * LANES);
      for (int j = first; j < end; j++) {
        double[] row = rows[j];
        load(row, i).add(a0.mul(k[j])).intoArray(row, i);
        load(row, i + LANES).add(a1.mul(k[j])).intoArray(row, i + LANES);
        load(row, i + 2 * LANES).add(a2.mul(k[j])).intoArray(row, i + 2 * LANES);
        load(row, i + 3 * LANES).add(a3.mul(k[j])).intoArray(row, i + 3 * LANES);
      }
    }
    for (; i < a.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, a.length);
      DoubleVector part = load(a, i, mask);
      for (int j = first; j < end; j++) {
        load(rows[j], i, mask).add(part.mul(k[j])).intoArray(rows[j], i, mask);
      }
    }
  }

  /** Adds to those rows from {@code first} on of which there is a bit. */
  private static void addToSome(double[][] rows, double[] k, double[] a, int first, long which) {
    int i = 0;
    for (; i + BLOCK <= a.length; i += BLOCK) {
      DoubleVector a0 = load(a, i);
      DoubleVector a1 = load(a, i + LANES);
      DoubleVector a2 = load(a, i + 2 * LANES);
      DoubleVector a3 = load(a, i + 3 * LANES);
      for (long some = which; some != 0; some &= some - 1) {
        int j = first + Long.numberOfTrailingZeros(some);
        double[] row = rows[j];
        load(row, i).add(a0.mul(k[j])).intoArray(row, i);
        load(row, i + LANES).add(a1.mul(k[j])).intoArray(row, i + LANES);
        load(row, i + 2 * LANES).add(a2.mul(k[j])).intoArray(row, i + 2 * LANES);
        load(row, i + 3 * LANES).add(a3.mul(k[j])).intoArray(row, i + 3 * LANES);
      }
    }
    for (; i < a.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, a.length);
      DoubleVector part = load(a, i, mask);
      for (long some = which; some != 0; some &= some - 1) {
        int j = first + Long.numberOfTrailingZeros(some);
        load(rows[j], i, mask).add(part.mul(k[j])).intoArray(rows[j], i, mask);
      }
    }
  }

  /**
   * Which of up to 64 numbers are not 0: a bit each. To branch on each of them would be to guess:
   * rates are 0 as often as not.
   */
  private static long nonZero(double[] k, int first) {
    long bits = 0;
    int end = Math.min(k.length - first, Long.SIZE);
    for (int i = 0; i < end; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(first + i, k.length);
      bits |= load(k, first + i, mask).compare(VectorOperators.NE, 0).toLong() << i;
    }
    return bits;
  }
}
