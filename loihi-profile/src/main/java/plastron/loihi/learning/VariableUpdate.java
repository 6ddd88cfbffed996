package plastron.loihi.learning;

import java.util.Optional;
import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.random.RandomSource;
import plastron.loihi.rule.ProductSeries;

/** Applies the series of one target to all its values: accumulate, round at random, limit. */
final class VariableUpdate {

  private final Accumulation accumulation;
  private final int[][] rows;
  private final boolean[][] bounded;
  private final int accumulatorMin;
  private final int accumulatorMax;
  private final int min;
  private final int max;
  private final int roundedBits;
  private final int zeroBits;
  private final int[] accumulators;
  private final LearningCounts counts;

  /**
   * For one target.
   *
   * @param rows the values, modified by {@link #apply}
   * @param bounded values whose limits lose nothing, read at every {@link #apply}
   * @param min smallest value; if at least 0 the accumulator is limited to 0 and above before
   *     rounding
   * @param max largest value; if at most 0 the accumulator is limited to 0 and below before
   *     rounding
   * @param zeros low bits of the values that are always 0
   */
  VariableUpdate(
      ProductSeries series,
      EpochState state,
      int[][] rows,
      boolean[][] bounded,
      int min,
      int max,
      int zeros,
      Evaluation evaluation) {
    this.rows = rows;
    this.bounded = bounded;
    this.min = min;
    this.max = max >> zeros << zeros;
    roundedBits = LearningScale.FRACTION_BITS + zeros;
    zeroBits = zeros;
    this.counts = state.counts;
    accumulatorMin = min >= 0 ? 0 : Integer.MIN_VALUE;
    accumulatorMax = max <= 0 ? 0 : Integer.MAX_VALUE;
    int posts = state.post.lastSpike.length;
    accumulators = new int[posts];
    boolean fits = min << LearningScale.FRACTION_BITS >= Accumulation.ACCUMULATOR_MIN;
    accumulation =
        switch (evaluation) {
          case PLAIN -> new PlainAccumulation(state, series);
          case ROWS -> new RowAccumulation(state, series, posts, fits);
        };
  }

  static Optional<VariableUpdate> of(
      Optional<ProductSeries> series,
      EpochState state,
      int[][] rows,
      boolean[][] bounded,
      int min,
      int max,
      int zeros,
      Evaluation how) {
    return series.map(
        given -> new VariableUpdate(given, state, rows, bounded, min, max, zeros, how));
  }

  void apply(RandomSource random) {
    if (!accumulation.prepare()) {
      return;
    }
    for (int j = 0; j < rows.length; j++) {
      int[] row = rows[j];
      for (int i = 0; i < row.length; i++) {
        accumulators[i] = row[i] << LearningScale.FRACTION_BITS;
      }
      if (accumulation.accumulate(j, accumulators, bounded[j])) {
        round(row, bounded[j], random);
      }
    }
  }

  private void round(int[] row, boolean[] own, RandomSource random) {
    int mask = (1 << roundedBits) - 1;
    int saturations = 0;
    int bounds = 0;
    for (int i = 0; i < row.length; i++) {
      int sum = Math.max(accumulatorMin, Math.min(accumulatorMax, accumulators[i]));
      int rounded = sum >> roundedBits;
      int fraction = sum & mask;
      if (fraction != 0) {
        rounded += RandomSource.happens(fraction, random.rounding() * (mask + 1));
      }
      rounded <<= zeroBits;
      int limited = Math.max(min, Math.min(max, rounded));
      if (limited != rounded || sum != accumulators[i]) {
        saturations += own[i] ? 0 : 1;
        bounds += own[i] ? 1 : 0;
      }
      row[i] = limited;
    }
    counts.variableSaturations += saturations;
    counts.variableBounds += bounds;
  }
}
