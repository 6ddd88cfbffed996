package plastron.core.lanes;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The parts of steps in vectors that models share, a loop each: what is computed in one lies in the
 * nearest cache for the next. Not to be touched where there is no vector API.
 */
public final class VectorLanes {

  /** As long as the machine has them. */
  public static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Numbers of a vector. */
  public static final int LENGTH = SPECIES.length();

  private VectorLanes() {}

  /** Some of a row. */
  public static DoubleVector load(double[] values, int i) {
    return DoubleVector.fromArray(SPECIES, values, i);
  }

  /** The numbers of some neurons. */
  public static DoubleVector load(CellParameter parameter, int i) {
    return DoubleVector.fromArray(SPECIES, parameter.values(), i & parameter.mask());
  }

  /** {@code now = decay now + arriving}, and nothing arrives any more. */
  public static void decayAndAdd(
      double[] now, CellParameter decay, double[] arriving, int at, int from, int to) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    for (int i = from; i < to; i += LENGTH) {
      load(now, i).mul(load(decay, i)).add(load(arriving, at + i)).intoArray(now, i);
      zero.intoArray(arriving, at + i);
    }
  }
}
