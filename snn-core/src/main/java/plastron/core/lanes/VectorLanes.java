package plastron.core.lanes;

import java.nio.ByteOrder;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Rows in vectors. A loop over them has few rows, calls nothing, and has what all neurons share in
 * registers: it then takes a fraction of the time of one that has not. Not to be touched where
 * there is no vector API.
 */
public final class VectorLanes {

  /** As long as the machine has them. */
  public static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

  /** Numbers of a vector. */
  public static final int LENGTH = SPECIES.length();

  /** Eight counts: no vector of numbers is longer. */
  private static final VectorSpecies<Byte> BYTES = ByteVector.SPECIES_64;

  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private VectorLanes() {}

  /** Some numbers of an array. */
  public static DoubleVector load(double[] values, int i) {
    return DoubleVector.fromArray(SPECIES, values, i);
  }

  /** The numbers of the neurons from i on. */
  public static DoubleVector load(CellRow row, int i) {
    return DoubleVector.fromMemorySegment(SPECIES, row.memory, (long) i * Double.BYTES, ORDER);
  }

  /** The numbers of the neurons from i on. */
  public static DoubleVector load(CellParameter parameter, int i) {
    return load(parameter.values(), i & parameter.mask());
  }

  /** What all neurons have, for loops that keep it in a register. */
  public static DoubleVector all(CellParameter parameter) {
    return load(parameter.values(), 0);
  }

  /** Changes the numbers of the neurons from i on. */
  public static void store(CellRow row, int i, DoubleVector values) {
    values.intoMemorySegment(row.memory, (long) i * Double.BYTES, ORDER);
  }

  /** What arrives at the neurons from i on. */
  public static DoubleVector load(Arriving arriving, int i) {
    return arriving.isCounted()
        ? load(arriving.counts(), arriving.at(), i).mul(arriving.weight())
        : load(arriving.sums(), arriving.at() + i);
  }

  /** Counts of the neurons from i on, that of the first neuron at a place. */
  public static DoubleVector load(byte[] counts, int at, int i) {
    int part = i & (BYTES.length() - 1);
    return (DoubleVector)
        ByteVector.fromArray(BYTES, counts, at + i - part)
            .convertShape(VectorOperators.B2D, SPECIES, part / LENGTH);
  }

  /** {@code now = decay now + arriving}. */
  public static void decayAndAdd(
      CellRow now, CellParameter decay, Arriving arriving, int from, int to) {
    if (!decay.isUniform()) {
      for (int i = from; i < to; i += LENGTH) {
        store(now, i, load(now, i).mul(load(decay, i)).add(load(arriving, i)));
      }
    } else if (arriving.isCounted()) {
      count(now, all(decay), arriving, from, to);
    } else {
      DoubleVector all = all(decay);
      double[] sums = arriving.sums();
      int at = arriving.at();
      for (int i = from; i < to; i += LENGTH) {
        store(now, i, load(now, i).mul(all).add(load(sums, at + i)));
      }
    }
  }

  private static void count(CellRow now, DoubleVector decay, Arriving arriving, int from, int to) {
    byte[] counts = arriving.counts();
    int at = arriving.at();
    double weight = arriving.weight();
    for (int i = from; i < to; i += LENGTH) {
      store(now, i, load(now, i).mul(decay).add(load(counts, at, i).mul(weight)));
    }
  }
}
