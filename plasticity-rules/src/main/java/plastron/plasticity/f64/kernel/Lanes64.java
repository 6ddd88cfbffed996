package plastron.plasticity.f64.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of the machine as generated passes use them. */
public final class Lanes64 {

  public static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private static final int COUNT = SPECIES.length();
  public static final VectorShuffle<Double> BY_8 = rotation(8);
  public static final VectorShuffle<Double> BY_4 = rotation(4);
  public static final VectorShuffle<Double> BY_2 = rotation(2);
  public static final VectorShuffle<Double> BY_1 = rotation(1);

  private Lanes64() {}

  /** Whether sixteen partial sums are one vector or two. */
  static boolean fit() {
    return COUNT == 16 || COUNT == 8;
  }

  private static VectorShuffle<Double> rotation(int by) {
    return VectorShuffle.fromOp(SPECIES, i -> (i + by) % COUNT);
  }
}
