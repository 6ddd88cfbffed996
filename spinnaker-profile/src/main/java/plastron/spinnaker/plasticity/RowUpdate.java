package plastron.spinnaker.plasticity;

import plastron.spinnaker.fixed.Fract16;

/**
 * The loops over one row (the synapses of one pre neuron, indexed by post neuron from 0). All
 * arrays have the row's length; values are s0.15 within [-32768, 32767] unless said otherwise. Each
 * returns how often it saturated. The loops have one output and no branch each, so that the JIT
 * vectorises them; where 32 bits could overflow they take a 64-bit twin.
 */
public final class RowUpdate {

  private RowUpdate() {}

  /**
   * {@code e[j] = sat(rn(e[j] * keep + post[j] * gain, 16))}, exact for every argument.
   *
   * @param e eligibility, modified
   * @param post post factors, not modified
   * @param gain pre factor times learning rate, u0.16 with a sign; 0 leaves pure decay
   * @param keep u0.16, 0 to 65536
   * @return number of saturated values
   */
  public static int outer(int[] e, int[] post, int gain, int keep) {
    return outer(e, post, largest(post), gain, keep, Fract16.MIN, Fract16.MAX);
  }

  /**
   * The same with narrower bounds on the result.
   *
   * @param largest {@link #largest} of post
   * @param min smallest result, at least -32768
   * @param max largest result, at most 32767
   */
  public static int outer(int[] e, int[] post, int largest, int gain, int keep, int min, int max) {
    boolean fits =
        (long) -Fract16.MIN * keep + (long) largest * Math.abs((long) gain) + (1 << 15)
            <= Integer.MAX_VALUE;
    return fits ? outer32(e, post, gain, keep, min, max) : outer64(e, post, gain, keep, min, max);
  }

  /** The largest absolute value of a row. */
  public static int largest(int[] row) {
    int largest = 0;
    for (int value : row) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static int outer32(int[] e, int[] post, int gain, int keep, int min, int max) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      int value = (e[j] * keep + post[j] * gain + (1 << 15)) >> 16;
      int clamped = Math.max(min, Math.min(max, value));
      saturated += differs(value, clamped);
      e[j] = clamped;
    }
    return saturated;
  }

  /**
   * {@code e[j] = clamp(rn(e[j] * (keep[j] - loss) + post[j] * gain - prediction[j] * predicted,
   * 16))}, exact in 64 bits for every argument.
   *
   * @param e eligibility, modified
   * @param keep u0.16 with a sign, at least {@code 2^16 - 2^30}; not modified
   * @param loss of this row, at most 2^30 in magnitude
   * @param post post factors, not modified
   * @param gain pre factor times learning rate, at most 2^30 in magnitude
   * @param prediction summed predictions, not modified
   * @param predicted what they are multiplied by, at most 2^30 in magnitude; 0 if they are not
   * @return number of saturated values
   */
  public static int outer(
      int[] e,
      int[] keep,
      int loss,
      int[] post,
      int gain,
      int[] prediction,
      int predicted,
      int min,
      int max) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      long kept = e[j] * ((long) keep[j] - loss);
      long value = Fract16.rn(kept + (long) post[j] * gain - (long) prediction[j] * predicted, 16);
      e[j] = (int) Math.max(min, Math.min(max, value));
      saturated += value == e[j] ? 0 : 1;
    }
    return saturated;
  }

  static int outer64(int[] e, int[] post, int gain, int keep, int min, int max) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      long value = Fract16.rn((long) e[j] * keep + (long) post[j] * gain, 16);
      e[j] = (int) Math.max(min, Math.min(max, value));
      saturated += value == e[j] ? 0 : 1;
    }
    return saturated;
  }

  /**
   * The prediction error of single synapses: {@code out[j] = sat(post[j] - rn(e[j] * rate,
   * shift))}.
   *
   * @param e eligibility, not modified
   * @param post post factors, not modified
   * @param rate rate of the pre neuron
   * @param shift 1 to 30
   * @param out overwritten
   * @return number of saturated values
   */
  public static int predictionError(int[] e, int[] post, int rate, int shift, int[] out) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      int value = post[j] - ((e[j] * rate + (1 << (shift - 1))) >> shift);
      int clamped = Math.max(Fract16.MIN, Math.min(Fract16.MAX, value));
      saturated += differs(value, clamped);
      out[j] = clamped;
    }
    return saturated;
  }

  /**
   * Adds {@code row[j] * rate} to 64-bit sums; never saturates.
   *
   * @param sums s1.30 products, modified
   * @param row not modified
   */
  public static void accumulate(long[] sums, int[] row, int rate) {
    for (int j = 0; j < row.length; j++) {
      int product = row[j] * rate;
      sums[j] += product;
    }
  }

  /**
   * The weight a synapse delivers: {@code out[j] = sat(weight[j] + rn(alpha[j] * e[j], shift))}.
   *
   * @param shift 1 to 30
   * @param out overwritten
   * @return number of saturated values
   */
  public static int effective(int[] weight, int[] alpha, int[] e, int shift, int[] out) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      int value = weight[j] + ((alpha[j] * e[j] + (1 << (shift - 1))) >> shift);
      int clamped = Math.max(Fract16.MIN, Math.min(Fract16.MAX, value));
      saturated += differs(value, clamped);
      out[j] = clamped;
    }
    return saturated;
  }

  /** 1 if the numbers differ, 0 if not, without a branch; their difference must fit 32 bits. */
  private static int differs(int a, int b) {
    return ((a - b) | (b - a)) >>> 31;
  }
}
