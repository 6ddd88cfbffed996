package plastron.plasticity.f64;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/** The vectors of the machine as generated passes use them. */
final class Lanes64 {

  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  private static final int COUNT = SPECIES.length();
  static final VectorShuffle<Double> BY_8 = rotation(8);
  static final VectorShuffle<Double> BY_4 = rotation(4);
  static final VectorShuffle<Double> BY_2 = rotation(2);
  static final VectorShuffle<Double> BY_1 = rotation(1);

  private Lanes64() {}

  /** Whether sixteen partial sums are one vector or two. */
  static boolean fit() {
    return COUNT == 16 || COUNT == 8;
  }

  private static VectorShuffle<Double> rotation(int by) {
    return VectorShuffle.fromOp(SPECIES, i -> (i + by) % COUNT);
  }
}
