package plastron.loihi.random;

/** How NumPy's SeedSequence makes a state of four words from a small seed. */
record SeedWords(int seed) {

  private static final int POOL = 4;
  private static final int SHIFT = 16;
  private static final int FIRST_START = 0x43b0d7e5;
  private static final int FIRST_FACTOR = 0x931e8875;
  private static final int SECOND_START = 0x8b51f9dd;
  private static final int SECOND_FACTOR = 0x58f38ded;
  private static final int LEFT_FACTOR = 0xca01f9dd;
  private static final int RIGHT_FACTOR = 0x4973f715;

  /** A hash whose constant changes with every use. Single owner. */
  private static final class Hash {
    private int constant;
    private final int factor;

    Hash(int start, int factor) {
      constant = start;
      this.factor = factor;
    }

    int of(int value) {
      int mixed = value ^ constant;
      constant *= factor;
      mixed *= constant;
      return mixed ^ mixed >>> SHIFT;
    }
  }

  /** Four words of 64 bits. */
  long[] words() {
    int[] pool = pool();
    Hash hash = new Hash(SECOND_START, SECOND_FACTOR);
    long[] words = new long[POOL];
    for (int k = 0; k < 2 * POOL; k++) {
      words[k / 2] |= (hash.of(pool[k % POOL]) & 0xffffffffL) << (32 * (k % 2));
    }
    return words;
  }

  private int[] pool() {
    Hash hash = new Hash(FIRST_START, FIRST_FACTOR);
    int[] pool = new int[POOL];
    for (int k = 0; k < POOL; k++) {
      pool[k] = hash.of(k == 0 ? seed : 0);
    }
    for (int from = 0; from < POOL; from++) {
      for (int to = 0; to < POOL; to++) {
        if (from != to) {
          int mixed = pool[to] * LEFT_FACTOR - hash.of(pool[from]) * RIGHT_FACTOR;
          pool[to] = mixed ^ mixed >>> SHIFT;
        }
      }
    }
    return pool;
  }
}
