package plastron.plasticity.f64.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The same in the vectors of the machine. Sums over rows stay in registers, four vectors wide; the
 * last columns are masked. Long, because every kernel writes out its registers and its masked end.
 */
public final class VectorKernels64 implements Kernels64 {

  private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = SPECIES.length();
  private static final int BLOCK = 4 * LANES;
  private static final VectorShuffle<Double> BY_8 = rotation(8);
  private static final VectorShuffle<Double> BY_4 = rotation(4);
  private static final VectorShuffle<Double> BACK_4 = rotation(LANES - 4);
  private static final VectorShuffle<Double> BY_2 = rotation(2);
  private static final VectorShuffle<Double> BY_1 = rotation(1);

  private static final VectorMask<Double> UPPER_HALF = everyOther(LANES / 2);
  private static final VectorMask<Double> ODD_QUARTERS = everyOther(LANES / 4);

  /** Blocks of lanes, every other of them, beginning with the second. */
  private static VectorMask<Double> everyOther(int lanes) {
    long bits = 0;
    for (int i = 0; i < LANES; i++) {
      bits |= i / lanes % 2 == 1 ? 1L << i : 0;
    }
    return VectorMask.fromLong(SPECIES, bits);
  }

  private static VectorShuffle<Double> rotation(int by) {
    return VectorShuffle.fromOp(SPECIES, i -> (i + by) % LANES);
  }

  private static DoubleVector load(double[] a, int i) {
    return DoubleVector.fromArray(SPECIES, a, i);
  }

  private static DoubleVector load(double[] a, int i, VectorMask<Double> mask) {
    return DoubleVector.fromArray(SPECIES, a, i, mask);
  }

  @Override
  public String description() {
    return "vector API";
  }

  @Override
  public void scale(double[] out, double k) {
    int i = 0;
    for (; i < SPECIES.loopBound(out.length); i += LANES) {
      load(out, i).mul(k).intoArray(out, i);
    }
    for (; i < out.length; i++) {
      out[i] *= k;
    }
  }

  @Override
  public void add(double[] out, double[] a) {
    int i = 0;
    for (; i < SPECIES.loopBound(out.length); i += LANES) {
      load(out, i).add(load(a, i)).intoArray(out, i);
    }
    if (i < out.length) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, out.length);
      load(out, i, mask).add(load(a, i, mask)).intoArray(out, i, mask);
    }
  }

  @Override
  public void add(double[] out, double k, double[] a) {
    int i = 0;
    for (; i < SPECIES.loopBound(out.length); i += LANES) {
      load(out, i).add(load(a, i).mul(k)).intoArray(out, i);
    }
    if (i < out.length) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, out.length);
      load(out, i, mask).add(load(a, i, mask).mul(k)).intoArray(out, i, mask);
    }
  }

  @Override
  public void gather(double[][] out, int count, double[][] rows, int[] which, int[] begin) {
    VectorGather64.gather(out, count, rows, which, begin);
  }

  @Override
  public void setRowsAndGather(
      double[][] out, double[] k, double[] a, double[][] rows, int[] which, int[] begin) {
    int i = 0;
    for (; i + BLOCK <= a.length; i += BLOCK) {
      DoubleVector a0 = load(a, i);
      DoubleVector a1 = load(a, i + LANES);
      DoubleVector a2 = load(a, i + 2 * LANES);
      DoubleVector a3 = load(a, i + 3 * LANES);
      for (int j = 0; j < k.length; j++) {
        DoubleVector s0 = a0.mul(k[j]);
        DoubleVector s1 = a1.mul(k[j]);
        DoubleVector s2 = a2.mul(k[j]);
        DoubleVector s3 = a3.mul(k[j]);
        for (int n = begin[j]; n < begin[j + 1]; n++) {
          double[] row = rows[which[n]];
          s0 = s0.add(load(row, i));
          s1 = s1.add(load(row, i + LANES));
          s2 = s2.add(load(row, i + 2 * LANES));
          s3 = s3.add(load(row, i + 3 * LANES));
        }
        s0.intoArray(out[j], i);
        s1.intoArray(out[j], i + LANES);
        s2.intoArray(out[j], i + 2 * LANES);
        s3.intoArray(out[j], i + 3 * LANES);
      }
    }
    for (; i < a.length; i += LANES) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, a.length);
      DoubleVector part = load(a, i, mask);
      for (int j = 0; j < k.length; j++) {
        DoubleVector sum = part.mul(k[j]);
        for (int n = begin[j]; n < begin[j + 1]; n++) {
          sum = sum.add(load(rows[which[n]], i, mask));
        }
        sum.intoArray(out[j], i, mask);
      }
    }
  }

  @Override
  public void setRows(double[][] rows, double[] k, double[] a) {
    int i = 0;
    for (; i + LANES <= a.length; i += LANES) {
      DoubleVector part = load(a, i);
      for (int j = 0; j < k.length; j++) {
        part.mul(k[j]).intoArray(rows[j], i);
      }
    }
    if (i < a.length) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, a.length);
      DoubleVector part = load(a, i, mask);
      for (int j = 0; j < k.length; j++) {
        part.mul(k[j]).intoArray(rows[j], i, mask);
      }
    }
  }

  @Override
  public void addWeightedRows(double[] out, double[] k, double[][] rows) {
    VectorRows64.addWeighted(out, k, rows);
  }

  @Override
  public void addToRows(double[][] rows, double[] k, double[] a) {
    VectorRows64.addTo(rows, k, a);
  }

  @Override
  public void addDots(double[] out, double[][] rows, double[] a) {
    if (LANES == 16) {
      for (int j = 0; j < out.length; j += 4) {
        addFourDots(out, j, rows, a);
      }
    } else {
      for (int j = 0; j < out.length; j++) {
        out[j] += dot(rows[j], a);
      }
    }
  }

  /** Of the last rows there may be fewer than four; then the last one is taken repeatedly. */
  private static void addFourDots(double[] out, int j, double[][] rows, double[] a) {
    int last = out.length - 1;
    double[] row0 = rows[j];
    double[] row1 = rows[Math.min(j + 1, last)];
    double[] row2 = rows[Math.min(j + 2, last)];
    double[] row3 = rows[Math.min(j + 3, last)];
    DoubleVector s0 = DoubleVector.zero(SPECIES);
    DoubleVector s1 = s0;
    DoubleVector s2 = s0;
    DoubleVector s3 = s0;
    int i = 0;
    for (; i < SPECIES.loopBound(a.length); i += LANES) {
      DoubleVector g = load(a, i);
      s0 = s0.add(load(row0, i).mul(g));
      s1 = s1.add(load(row1, i).mul(g));
      s2 = s2.add(load(row2, i).mul(g));
      s3 = s3.add(load(row3, i).mul(g));
    }
    if (i < a.length) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, a.length);
      DoubleVector g = load(a, i, mask);
      s0 = s0.add(load(row0, i, mask).mul(g), mask);
      s1 = s1.add(load(row1, i, mask).mul(g), mask);
      s2 = s2.add(load(row2, i, mask).mul(g), mask);
      s3 = s3.add(load(row3, i, mask).mul(g), mask);
    }
    // Four folds in one: two vectors share a register as soon as their sums need half of it.
    DoubleVector s01 = s0.add(s0.rearrange(BY_8)).blend(s1.add(s1.rearrange(BY_8)), UPPER_HALF);
    DoubleVector s23 = s2.add(s2.rearrange(BY_8)).blend(s3.add(s3.rearrange(BY_8)), UPPER_HALF);
    DoubleVector all =
        s01.add(s01.rearrange(BY_4)).blend(s23.add(s23.rearrange(BACK_4)), ODD_QUARTERS);
    all = all.add(all.rearrange(BY_2));
    all = all.add(all.rearrange(BY_1));
    out[j] += all.lane(0);
    if (j + 1 <= last) {
      out[j + 1] += all.lane(LANES / 2);
    }
    if (j + 2 <= last) {
      out[j + 2] += all.lane(LANES / 4);
    }
    if (j + 3 <= last) {
      out[j + 3] += all.lane(3 * LANES / 4);
    }
  }

  @Override
  public double dot(double[] a, double[] b) {
    return LANES == 16 ? dotInOne(a, b) : dotInTwo(a, b);
  }

  private static double dotInOne(double[] a, double[] b) {
    DoubleVector sum = DoubleVector.zero(SPECIES);
    int i = 0;
    for (; i < SPECIES.loopBound(a.length); i += LANES) {
      sum = sum.add(load(a, i).mul(load(b, i)));
    }
    if (i < a.length) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, a.length);
      sum = sum.add(load(a, i, mask).mul(load(b, i, mask)), mask);
    }
    return fold(sum.add(sum.rearrange(BY_8)));
  }

  private static double dotInTwo(double[] a, double[] b) {
    DoubleVector low = DoubleVector.zero(SPECIES);
    DoubleVector high = low;
    int i = 0;
    for (; i + 2 * LANES <= a.length; i += 2 * LANES) {
      low = low.add(load(a, i).mul(load(b, i)));
      high = high.add(load(a, i + LANES).mul(load(b, i + LANES)));
    }
    if (i < a.length) {
      VectorMask<Double> mask = SPECIES.indexInRange(i, a.length);
      low = low.add(load(a, i, mask).mul(load(b, i, mask)), mask);
      if (i + LANES < a.length) {
        VectorMask<Double> rest = SPECIES.indexInRange(i + LANES, a.length);
        high = high.add(load(a, i + LANES, rest).mul(load(b, i + LANES, rest)), rest);
      }
    }
    return fold(low.add(high));
  }

  /** Folds the eight partial sums in the lowest lanes. */
  private static double fold(DoubleVector sum) {
    DoubleVector four = sum.add(sum.rearrange(BY_4));
    DoubleVector two = four.add(four.rearrange(BY_2));
    return two.add(two.rearrange(BY_1)).lane(0);
  }
}
