package plastron.core.noise;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import plastron.core.lanes.Lanes;
import plastron.core.random.Seeds;

/**
 * How many spikes of a Poisson train of its own each neuron receives in a step. A draw is 32 random
 * bits, compared with the cumulated probabilities; the bits are a permutation of the steps that two
 * keys of the neuron choose (two rounds of multiplying and shifting, the constants of Wellons'
 * "lowbias32").
 */
public final class PoissonNoise {

  private static final int FIRST = 0x7feb352d;
  private static final int SECOND = 0x846ca68b;
  private static final int STEP = 0x9E3779B9;

  /** Thresholds that are looked at for every draw; the others only if one of a vector is beyond. */
  private static final int USUAL = 8;

  private static final double MOST = 500;

  private final int[] key;
  private final int[] secondKey;
  private final int[] thresholds;
  private final double weight;

  /**
   * @param seed of the drive
   * @param from number of the first neuron
   * @param to behind the last
   * @param mean spikes per step, at most 500
   * @param weight of a spike
   */
  public PoissonNoise(long seed, int from, int to, double mean, double weight) {
    if (!(mean >= 0 && mean <= MOST)) {
      throw new IllegalArgumentException(
          "Poisson drive has %s spikes per step, expected at most %s.".formatted(mean, MOST));
    }
    int neurons = to - from;
    this.weight = weight;
    key = new int[Lanes.padded(neurons)];
    secondKey = new int[key.length];
    for (int i = 0; i < neurons; i++) {
      long keys = Seeds.then(seed, from + i);
      key[i] = (int) keys;
      secondKey[i] = (int) (keys >>> Integer.SIZE);
    }
    thresholds = thresholds(mean);
  }

  /** For k = 0, 1, ...: a draw of more than k spikes is one of at least this many 2^-32. */
  private static int[] thresholds(double mean) {
    int[] all = new int[(int) (mean + 60 + 12 * Math.sqrt(mean))];
    double probability = Math.exp(-mean);
    double below = probability;
    int count = 0;
    while (Math.round(below * 0x1p32) < 1L << Integer.SIZE && count < all.length) {
      all[count++] = (int) Math.round(below * 0x1p32);
      probability *= mean / count;
      below += probability;
    }
    return Arrays.copyOf(all, count);
  }

  /**
   * Adds what is received in a step.
   *
   * @param sums changed from {@code at + begin} to {@code at + end}
   * @param at where the sum of the first neuron would be
   * @param begin first neuron, counted from the first that receives this noise
   * @param end behind the last
   */
  public void add(long step, double[] sums, int at, int begin, int end) {
    int mixed = (int) step * STEP;
    // Where whole vectors do not fit, the last draws are made one by one.
    int i = Lanes.VECTORS ? Vectors.add(this, mixed, sums, at, begin, end) : begin;
    for (; i < end; i++) {
      sums[at + i] += weight * count(i, mixed);
    }
  }

  private int count(int i, int step) {
    int bits = mix(step + key[i], FIRST);
    bits = mix(bits + secondKey[i], SECOND);
    int count = 0;
    for (int threshold : thresholds) {
      if (Integer.compareUnsigned(bits, threshold) >= 0) {
        count++;
      }
    }
    return count;
  }

  private static int mix(int x, int factor) {
    x = (x ^ (x >>> 16)) * factor;
    return x ^ (x >>> 15);
  }

  /** Bytes. */
  public long bytes() {
    return 8L * key.length;
  }

  /** The same in vectors. */
  private static final class Vectors {
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;

    private Vectors() {}

    static int add(PoissonNoise noise, int step, double[] sums, int at, int begin, int end) {
      int[] thresholds = noise.thresholds;
      int usual = Math.min(USUAL, thresholds.length);
      int i = begin;
      for (; i + INTS.length() <= end; i += INTS.length()) {
        IntVector bits = mix(IntVector.fromArray(INTS, noise.key, i).add(step), FIRST);
        bits = mix(bits.add(IntVector.fromArray(INTS, noise.secondKey, i)), SECOND);
        IntVector count = IntVector.zero(INTS);
        for (int k = 0; k < usual; k++) {
          count = count.add(1, bits.compare(VectorOperators.UGE, thresholds[k]));
        }
        if (usual < thresholds.length) {
          VectorMask<Integer> beyond = bits.compare(VectorOperators.UGE, thresholds[usual]);
          for (int k = usual; beyond.anyTrue(); ) {
            count = count.add(1, beyond);
            if (++k == thresholds.length) {
              break;
            }
            beyond = bits.compare(VectorOperators.UGE, thresholds[k]);
          }
        }
        spread(count, 0, noise.weight, sums, at + i);
        spread(count, 1, noise.weight, sums, at + i + DOUBLES.length());
      }
      return i;
    }

    private static IntVector mix(IntVector x, int factor) {
      x = x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 16)).mul(factor);
      return x.lanewise(VectorOperators.XOR, x.lanewise(VectorOperators.LSHR, 15));
    }

    private static void spread(IntVector count, int part, double weight, double[] sums, int at) {
      DoubleVector c = (DoubleVector) count.convertShape(VectorOperators.I2D, DOUBLES, part);
      DoubleVector.fromArray(DOUBLES, sums, at).add(c.mul(weight)).intoArray(sums, at);
    }
  }
}
