package plastron.loihi.random;

import java.util.Objects;

/**
 * The numbers of {@code numpy.random.default_rng(seed)}: PCG64 (M. O'Neill, PCG: A Family of Simple
 * Fast Space-Efficient Statistically Good Algorithms for Random Number Generation, 2014; variant
 * XSL-RR 128/64), its state spread from the seed as NumPy's {@code SeedSequence} does, after
 * O'Neill's {@code seed_seq} for C++. Owned by one thread.
 */
final class NumpyGenerator {

  private static final long MULTIPLIER_HIGH = 2549297995355413924L;
  private static final long MULTIPLIER_LOW = 4865540595714422341L;
  private static final double DOUBLE_UNIT = 0x1p-53;

  private long high;
  private long low;
  private final long incrementHigh;
  private final long incrementLow;

  /** The upper half of the last word drawn for a 32-bit number, or -1. */
  private long upper = -1;

  /**
   * A generator at its start.
   *
   * @param seed from 0
   */
  NumpyGenerator(int seed) {
    long[] words = new SeedWords(Objects.checkIndex(seed, Integer.MAX_VALUE)).words();
    incrementHigh = words[2] << 1 | words[3] >>> 63;
    incrementLow = words[3] << 1 | 1;
    step();
    add(words[0], words[1]);
    step();
  }

  private void step() {
    long product =
        Math.unsignedMultiplyHigh(low, MULTIPLIER_LOW)
            + high * MULTIPLIER_LOW
            + low * MULTIPLIER_HIGH;
    low *= MULTIPLIER_LOW;
    high = product;
    add(incrementHigh, incrementLow);
  }

  private void add(long otherHigh, long otherLow) {
    low += otherLow;
    high += otherHigh + (Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0);
  }

  private long next() {
    step();
    return Long.rotateRight(high ^ low, (int) (high >>> 58));
  }

  /** As {@code random()}: in [0, 1). */
  double nextDouble() {
    return (next() >>> 11) * DOUBLE_UNIT;
  }

  /** As {@code integers(0, 2**bits)}. */
  int nextBits(int bits) {
    long word;
    if (upper >= 0) {
      word = upper;
      upper = -1;
    } else {
      long drawn = next();
      word = drawn & 0xffffffffL;
      upper = drawn >>> 32;
    }
    return (int) (word >>> (32 - bits));
  }
}
