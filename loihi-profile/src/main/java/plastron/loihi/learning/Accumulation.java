package plastron.loihi.learning;

import plastron.loihi.arithmetic.LearningScale;
import plastron.loihi.rule.Product;

/** Adds the products of a rule to the accumulators of one synaptic row. */
interface Accumulation {

  /** Accumulators and scaled products are limited to [ACCUMULATOR_MIN, ACCUMULATOR_MAX] (lava). */
  int ACCUMULATOR_MIN = -(1 << LearningScale.ACCUMULATOR_BITS) - 1;

  int ACCUMULATOR_MAX = (1 << LearningScale.ACCUMULATOR_BITS) - 1;

  /**
   * Called once at an epoch's end before the rows of one target.
   *
   * @return whether {@link #accumulate} may change anything in this epoch
   */
  boolean prepare();

  /**
   * Adds all products of the series to one row.
   *
   * @param pre the row
   * @param accumulators one a post neuron, holding the variable shifted left by 7, modified
   * @param bounded whether limiting an accumulator loses nothing, one a post neuron, not modified
   * @return whether an accumulator may have changed
   */
  boolean accumulate(int pre, int[] accumulators, boolean[] bounded);

  /** The shift of a 32-bit number that leaves what this one does: from 31 on, its sign. */
  static int lasting(int shift) {
    return Math.min(shift, Integer.SIZE - 1);
  }

  /** Adds one exact product to an accumulator: wrap to 32 bits, scale, limit, add, limit. */
  static int add(
      int accumulator,
      long exact,
      int shift,
      Product product,
      boolean bounded,
      LearningCounts counts) {
    int wrapped = (int) exact;
    int scaled = wrapped >> lasting(shift);
    int raised = scaled << product.storedExponent();
    if (wrapped != exact || raised >> product.storedExponent() != scaled) {
      counts.productWraps++;
    }
    int term = Math.clamp(raised, ACCUMULATOR_MIN, ACCUMULATOR_MAX);
    int sum = accumulator + term;
    int limited = Math.clamp(sum, ACCUMULATOR_MIN, ACCUMULATOR_MAX);
    if (term != raised) {
      counts.productSaturations++;
    }
    if (limited != sum) {
      counts.limited(bounded);
    }
    return limited;
  }
}
