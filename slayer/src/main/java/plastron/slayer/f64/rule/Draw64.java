package plastron.slayer.f64.rule;

/**
 * Numbers from -0.5 to 0.5, each from a seed and its place: the finaliser of MurmurHash3 (Appleby).
 */
final class Draw64 {

  private Draw64() {}

  /**
   * Those of the first places.
   *
   * @param row overwritten
   */
  static void row(int seed, double[] row) {
    for (int i = 0; i < row.length; i++) {
      row[i] = entry(seed, i);
    }
  }

  /** That of one place. */
  static double entry(int seed, int place) {
    int z = seed + place * 0x9E3779B9;
    z = (z ^ (z >>> 16)) * 0x85EBCA6B;
    z = (z ^ (z >>> 13)) * 0xC2B2AE35;
    return ((z ^ (z >>> 16)) >> 8) * (double) 0x1p-24;
  }
}
