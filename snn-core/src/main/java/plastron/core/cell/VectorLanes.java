package plastron.core.cell;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The parts of steps in vectors that models share, a loop each: what is computed in one lies in the
 * nearest cache for the next. Not to be touched where there is no vector API.
 */
final class VectorLanes {

  static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
  static final int LENGTH = SPECIES.length();

  private VectorLanes() {}

  static DoubleVector load(double[] values, int i) {
    return DoubleVector.fromArray(SPECIES, values, i);
  }

  static DoubleVector load(CellParameter parameter, int i) {
    return DoubleVector.fromArray(SPECIES, parameter.values(), i & parameter.mask());
  }

  /** {@code now = decay now + arriving}, and nothing arrives any more. */
  static void decayAndAdd(
      double[] now, CellParameter decay, double[] arriving, int at, int from, int to) {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    for (int i = from; i < to; i += LENGTH) {
      load(now, i).mul(load(decay, i)).add(load(arriving, at + i)).intoArray(now, i);
      zero.intoArray(arriving, at + i);
    }
  }

  /**
   * Gives neurons that do not wait the potentials that they have moved to, lets the others wait,
   * and those spike that are above the threshold.
   *
   * @return how many spike
   */
  static int fire(IafCells cells, int from, int to, int[] spiking) {
    for (int i = from; i < to; i += LENGTH) {
      DoubleVector wait = load(cells.wait, i);
      load(cells.v, i).blend(load(cells.moved, i), wait.eq(0)).intoArray(cells.v, i);
      wait.sub(1).max(0).intoArray(cells.wait, i);
    }
    int spikes = 0;
    for (int i = from; i < to; i += LENGTH) {
      long above = load(cells.v, i).compare(VectorOperators.GE, load(cells.threshold, i)).toLong();
      for (; above != 0; above &= above - 1) {
        spikes = cells.fire(i + Long.numberOfTrailingZeros(above), spiking, spikes);
      }
    }
    return spikes;
  }
}
