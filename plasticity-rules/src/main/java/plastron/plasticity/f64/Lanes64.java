package plastron.plasticity.f64;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The machine's vectors, and what generated passes need of them besides single instructions. */
final class Lanes64 {

  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private static final int COUNT = SPECIES.length();
  private static final VectorShuffle<Double> BY_8 = rotation(8);
  private static final VectorShuffle<Double> BY_4 = rotation(4);
  private static final VectorShuffle<Double> BY_2 = rotation(2);
  private static final VectorShuffle<Double> BY_1 = rotation(1);

  private Lanes64() {}

  /** Whether sixteen partial sums are one vector or two. */
  static boolean fit() {
    return COUNT == 16 || COUNT == 8;
  }

  private static VectorShuffle<Double> rotation(int by) {
    return VectorShuffle.fromOp(SPECIES, i -> (i + by) % COUNT);
  }

  /**
   * The entries of a row from {@code i} on, zeros behind {@code end}.
   *
   * <p>Masked access lies in methods of its own that are too long for the first compiler to inline
   * (35 bytes): it expands the library to a hundred methods at each place, may give up on the whole
   * loop, and then the loop never reaches the second compiler, which inlines these as well.
   */
  static DoubleVector load(double[] row, int i, int end) {
    if (i < 0 || end > row.length) {
      throw new IndexOutOfBoundsException(
          "Columns (%d to %d) of a row of %d.".formatted(i, end, row.length));
    }
    return DoubleVector.fromArray(SPECIES, row, i, SPECIES.indexInRange(i, end));
  }

  /** Stores the first lanes to the entries of a row from {@code i} up to {@code end}. */
  static void store(DoubleVector lanes, double[] row, int i, int end) {
    if (i < 0 || end > row.length) {
      throw new IndexOutOfBoundsException(
          "Columns (%d to %d) of a row of %d.".formatted(i, end, row.length));
    }
    lanes.intoArray(row, i, SPECIES.indexInRange(i, end));
  }

  /** Adds to the lanes whose columns, from {@code i} on, lie before {@code end}. */
  static DoubleVector add(DoubleVector sum, DoubleVector lanes, int i, int end) {
    return sum.add(lanes, SPECIES.indexInRange(i, end));
  }

  /** {@code raw < low ? low : raw > high ? high : raw}. */
  static DoubleVector clip(DoubleVector raw, double low, double high) {
    return raw.blend(low, raw.compare(VectorOperators.LT, low))
        .blend(high, raw.compare(VectorOperators.GT, high));
  }

  /** {@code low <= raw && raw <= high ? g : 0}. */
  static DoubleVector within(DoubleVector g, DoubleVector raw, double low, double high) {
    VectorMask<Double> inside =
        raw.compare(VectorOperators.GE, low).and(raw.compare(VectorOperators.LE, high));
    return DoubleVector.zero(SPECIES).blend(g, inside);
  }

  /** Adds lane i + 8 to lane i, then i + 4, i + 2, i + 1, and gives lane 0. */
  static double fold(DoubleVector lanes) {
    DoubleVector sum = lanes;
    if (COUNT > 8) {
      sum = sum.add(sum.rearrange(BY_8));
    }
    if (COUNT > 4) {
      sum = sum.add(sum.rearrange(BY_4));
    }
    sum = sum.add(sum.rearrange(BY_2));
    return sum.add(sum.rearrange(BY_1)).lane(0);
  }
}
