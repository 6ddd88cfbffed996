package plastron.loihi.neuron;

import plastron.loihi.emulator.SpikeList;

/**
 * 16-bit fractions with 32-bit products, which round to the nearest and saturate; counts
 * saturations.
 */
final class Fixed15 {

  static final int ONE_BITS = 15;
  static final int LARGEST = (1 << ONE_BITS) - 1;
  private static final int MANY_BITS = 62;

  long saturations;

  /**
   * {@code value * 2^-shift}, rounded to the nearest, halves up; to the left if the shift is
   * negative, where what passes 63 bits saturates.
   */
  static long shift(long value, int shift) {
    if (shift > 0) {
      return shift > MANY_BITS ? 0 : (value + (1L << (shift - 1))) >> shift;
    }
    int left = Math.min(-shift, MANY_BITS);
    long limit = Long.MAX_VALUE >> left;
    return value > limit || value < -limit - 1
        ? (value > 0 ? Long.MAX_VALUE : Long.MIN_VALUE)
        : value << left;
  }

  /** The product of two fractions. */
  static int times(int a, int b) {
    return (int) shift((long) a * b, ONE_BITS);
  }

  /** The sum, saturating. */
  static long plus(long a, long b) {
    long sum = a + b;
    return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? Long.MIN_VALUE : Long.MAX_VALUE) : sum;
  }

  int limit(long value) {
    if (value > LARGEST || value < -LARGEST - 1) {
      saturations++;
      return value > 0 ? LARGEST : -LARGEST - 1;
    }
    return (int) value;
  }

  /** One step of rates: all decay, and those whose neuron spiked grow by the impulse. */
  void follow(int[] rates, int decay, int impulse, SpikeList spikes) {
    for (int n = 0; n < rates.length; n++) {
      rates[n] = times(rates[n], decay);
    }
    for (int k = 0; k < spikes.size(); k++) {
      rates[spikes.get(k)] = limit((long) rates[spikes.get(k)] + impulse);
    }
  }
}
