package plastron.spinnaker.plasticity;

import plastron.spinnaker.fixed.Fract16;

/**
 * The loops over one row (the synapses of one pre neuron, indexed by post neuron from 0). All arrays have the row's length;
 * values are s0.15 within [-32768, 32767] unless said otherwise. Each returns how often it saturated. The loops have one
 * output and no branch each, so that the JIT vectorises them; where 32 bits could overflow they take a 64-bit twin.
 */
public final class RowUpdate {

  private RowUpdate() {}

  /**
   * {@code e[j] = sat(rn(e[j] * keep + post[j] * gain, 16))}, exact for every argument.
   *
   * @param e eligibility, modified
   * @param post post factors, not modified
   * @param gain pre factor times learning rate, u0.16 with a sign, -65536 to 65536; 0 leaves pure decay
   * @param keep u0.16, 0 to 65536
   * @return number of saturated values
   */
  public static int outer(int[] e, int[] post, int gain, int keep) {
    // |e * keep + post * gain| + 2^15 stays below 2^31 for a learning rate under one half and a gain within it
    boolean fits = keep > 1 << 15 && Math.abs(gain) <= Fract16.COEFFICIENT_ONE - keep;
    return fits ? outer32(e, post, gain, keep) : outer64(e, post, gain, keep);
  }

  private static int outer32(int[] e, int[] post, int gain, int keep) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      int value = (e[j] * keep + post[j] * gain + (1 << 15)) >> 16;
      int clamped = Math.max(Fract16.MIN, Math.min(Fract16.MAX, value));
      saturated += differs(value, clamped);
      e[j] = clamped;
    }
    return saturated;
  }

  static int outer64(int[] e, int[] post, int gain, int keep) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      long value = Fract16.rn((long) e[j] * keep + (long) post[j] * gain, 16);
      e[j] = Fract16.sat(value);
      saturated += value == e[j] ? 0 : 1;
    }
    return saturated;
  }

  /**
   * The prediction error of single synapses: {@code out[j] = sat(post[j] - rn(e[j] * rate, 15))}.
   *
   * @param e eligibility, not modified
   * @param post post factors, not modified
   * @param rate rate of the pre neuron
   * @param out overwritten
   * @return number of saturated values
   */
  public static int predictionError(int[] e, int[] post, int rate, int[] out) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      int value = post[j] - ((e[j] * rate + (1 << 14)) >> 15);
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
   * The weight a synapse delivers: {@code out[j] = sat(weight[j] + rn(alpha[j] * e[j], 15))}.
   *
   * @param out overwritten
   * @return number of saturated values
   */
  public static int effective(int[] weight, int[] alpha, int[] e, int[] out) {
    int saturated = 0;
    for (int j = 0; j < e.length; j++) {
      int value = weight[j] + ((alpha[j] * e[j] + (1 << 14)) >> 15);
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
