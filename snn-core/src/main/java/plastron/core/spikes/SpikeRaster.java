package plastron.core.spikes;

import java.util.Arrays;
import java.util.List;

/**
 * Which neuron of a population spiked in which step: one bit each. Mutable, owned by one thread
 * while it is filled.
 */
public final class SpikeRaster {

  private final int steps;
  private final int neurons;
  private final int wordsPerStep;
  private final long[] bits;

  /**
   * A raster without spikes.
   *
   * @param steps number of time steps, at least 0
   * @param neurons size of the population, at least 1
   */
  public SpikeRaster(int steps, int neurons) {
    if (steps < 0 || neurons < 1) {
      throw new IllegalArgumentException(
          "Raster (%d steps, %d neurons) needs at least 0 steps and 1 neuron."
              .formatted(steps, neurons));
    }
    this.steps = steps;
    this.neurons = neurons;
    wordsPerStep = words(neurons);
    bits = new long[Math.multiplyExact(steps, wordsPerStep)];
  }

  /**
   * The spikes of one population in several stretches of time, one behind the other.
   *
   * @param parts at least one, all of as many neurons; not modified
   */
  public static SpikeRaster joined(List<SpikeRaster> parts) {
    int neurons = parts.getFirst().neurons;
    SpikeRaster whole = new SpikeRaster(parts.stream().mapToInt(SpikeRaster::steps).sum(), neurons);
    int at = 0;
    for (SpikeRaster part : parts) {
      if (part.neurons != neurons) {
        throw new IllegalArgumentException(
            "Raster to join (%s) must have the %d neurons of the first.".formatted(part, neurons));
      }
      System.arraycopy(part.bits, 0, whole.bits, at, part.bits.length);
      at += part.bits.length;
    }
    return whole;
  }

  /**
   * The spikes of some steps.
   *
   * @param from first step
   * @param to behind the last
   */
  public SpikeRaster part(int from, int to) {
    SpikeRaster part = new SpikeRaster(to - from, neurons);
    System.arraycopy(bits, from * wordsPerStep, part.bits, 0, part.bits.length);
    return part;
  }

  /** Bytes that a raster of this size takes. */
  public static long bytes(int steps, int neurons) {
    return (long) steps * words(neurons) * Long.BYTES;
  }

  private static int words(int neurons) {
    return (neurons + 63) >>> 6;
  }

  /** Number of time steps. */
  public int steps() {
    return steps;
  }

  /** Size of the population. */
  public int neurons() {
    return neurons;
  }

  /**
   * Marks a spike.
   *
   * @throws IndexOutOfBoundsException if there is no such step or neuron
   */
  public void set(int step, int neuron) {
    checkNeuron(neuron);
    bits[step * wordsPerStep + (neuron >>> 6)] |= 1L << neuron;
  }

  /**
   * Marks the spikes of up to 64 neurons in a row.
   *
   * @param neuron the first of them; all must share one of the raster's words, as any power of two
   *     of neurons does that begins at a multiple of itself
   * @param mask bit i says whether neuron {@code neuron + i} spiked; none beyond the population
   */
  public void set(int step, int neuron, long mask) {
    // Kernels call this for every few neurons of every step, and have no such bits.
    assert fits(neuron, mask) : outside(neuron, mask);
    bits[step * wordsPerStep + (neuron >>> 6)] |= mask << neuron;
  }

  private boolean fits(int neuron, long mask) {
    return neuron >= 0
        && neuron < neurons
        && (neuron & 63) + 64 - Long.numberOfLeadingZeros(mask)
            <= Math.min(64, neurons - (neuron & -64));
  }

  private String outside(int neuron, long mask) {
    return "Spikes (first neuron %d, mask %x) must be of the %d neurons, in one word."
        .formatted(neuron, mask, neurons);
  }

  private void checkNeuron(int neuron) {
    if (neuron < 0 || neuron >= neurons) {
      throw new IndexOutOfBoundsException(
          "Neuron (%d) must be in 0 to %d.".formatted(neuron, neurons - 1));
    }
  }

  /**
   * Whether the neuron spiked in the step.
   *
   * @throws IndexOutOfBoundsException if there is no such step or neuron
   */
  public boolean get(int step, int neuron) {
    checkNeuron(neuron);
    return (bits[step * wordsPerStep + (neuron >>> 6)] >>> neuron & 1) != 0;
  }

  /**
   * The spikes of a neuron and those behind it that share one of the raster's words with it; up to
   * 64.
   *
   * @return bit i says whether neuron {@code neuron + i} spiked
   */
  public long mask(int step, int neuron) {
    return bits[step * wordsPerStep + (neuron >>> 6)] >>> neuron;
  }

  /** Removes all spikes. */
  public void clear() {
    Arrays.fill(bits, 0);
  }

  /** Removes the spikes of one step. */
  public void clear(int step) {
    Arrays.fill(bits, step * wordsPerStep, (step + 1) * wordsPerStep, 0);
  }

  /**
   * Lists the neurons that spiked in a step, in ascending order.
   *
   * @param out length at least {@link #neurons()}, its first entries are overwritten
   * @return how many there are
   */
  public int spikes(int step, int[] out) {
    return spikes(step, out, 0);
  }

  /**
   * Lists the neurons that spiked in a step, in ascending order, from position {@code at} on.
   *
   * @param out long enough for all spikes of the step from there on, overwritten there
   * @return the position after the last
   */
  public int spikes(int step, int[] out, int at) {
    int count = at;
    int base = step * wordsPerStep;
    for (int w = 0; w < wordsPerStep; w++) {
      long word = bits[base + w];
      int end = count + Long.bitCount(word);
      // How many there are cannot be foreseen: a few are written always, some of them too many.
      if (count + 6 <= out.length) {
        for (int k = 0; k < 6; k++) {
          out[count + k] = (w << 6) + Long.numberOfTrailingZeros(word);
          word &= word - 1;
        }
        count += 6;
      }
      for (; count < end; count++) {
        out[count] = (w << 6) + Long.numberOfTrailingZeros(word);
        word &= word - 1;
      }
      count = end;
    }
    return count;
  }

  /**
   * Number of spikes of all neurons in steps {@code from} (inclusive) to {@code to} (exclusive).
   */
  public long count(int from, int to) {
    long count = 0;
    for (int i = from * wordsPerStep; i < to * wordsPerStep; i++) {
      count += Long.bitCount(bits[i]);
    }
    return count;
  }

  /** Number of spikes of one neuron in steps {@code from} (inclusive) to {@code to} (exclusive). */
  public int count(int neuron, int from, int to) {
    checkNeuron(neuron);
    int count = 0;
    for (int t = from, w = from * wordsPerStep + (neuron >> 6); t < to; t++, w += wordsPerStep) {
      count += (int) (bits[w] >>> neuron) & 1;
    }
    return count;
  }

  /** Mean number of spikes per neuron and step, 0 for an empty raster. */
  public double meanRate() {
    return steps == 0 ? 0 : (double) count(0, steps) / ((double) steps * neurons);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SpikeRaster r
        && r.steps == steps
        && r.neurons == neurons
        && Arrays.equals(bits, r.bits);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bits) * 31 + neurons;
  }

  @Override
  public String toString() {
    return "SpikeRaster[%d steps, %d neurons, %d spikes]"
        .formatted(steps, neurons, count(0, steps));
  }
}
