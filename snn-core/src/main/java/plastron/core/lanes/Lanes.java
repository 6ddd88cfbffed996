package plastron.core.lanes;

/** How rows of neurons lie in memory. */
public final class Lanes {

  /** Rows of neurons are multiples of this long: no vector is longer. */
  public static final int PAD = 64;

  /** Steps are taken for so many neurons at a time: what they need stays in the nearest cache. */
  public static final int TILE = 1024;

  /** Whether steps are taken in vectors. Plain loops give the same bits. */
  public static final boolean VECTORS =
      ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()
          && !Boolean.getBoolean("plastron.plain");

  private Lanes() {}

  /** The length of a row of so many neurons. */
  public static int padded(int neurons) {
    return Math.ceilDiv(neurons, PAD) * PAD;
  }
}
