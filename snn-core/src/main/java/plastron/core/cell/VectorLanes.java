package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** What steps in vectors share. Not to be touched where there is no vector API. */
final class VectorLanes {

  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  static final int LENGTH = SPECIES.length();
  static final DoubleVector ZERO = DoubleVector.zero(SPECIES);

  private VectorLanes() {}

  static DoubleVector load(double[] values, int i) {
    return DoubleVector.fromArray(SPECIES, values, i);
  }

  static DoubleVector load(Parameter parameter, int i) {
    return DoubleVector.fromArray(SPECIES, parameter.values(), i & parameter.mask());
  }

  /**
   * Stores the potentials of a vector of neurons, or lets them wait, or spike if they are above the
   * threshold.
   *
   * @param moved potentials of those that do not wait
   * @return the length of the list of spikes
   */
  static int fire(Held held, int i, DoubleVector moved, int[] spiking, int spikes) {
    DoubleVector wait = load(held.wait, i);
    VectorMask<Double> free = wait.eq(0);
    DoubleVector v = load(held.v, i).blend(moved, free);
    VectorMask<Double> above = v.compare(VectorOperators.GE, load(held.threshold, i));
    v.blend(load(held.reset, i), above).intoArray(held.v, i);
    wait.sub(1)
        .blend(0, free)
        .blend(load(held.refractory, i), above)
        .intoArray(held.wait, i);
    for (long bits = above.toLong(); bits != 0; bits &= bits - 1) {
      spiking[spikes++] = i + Long.numberOfTrailingZeros(bits);
    }
    return spikes;
  }
}
