package plastron.loihi.learning;

import java.util.Arrays;
import plastron.loihi.random.RandomSource;

/**
 * The traces of one side of the synapses, the last spike time of each neuron, and the histories of
 * the last epoch.
 */
final class TraceBank {

  static final int LARGEST = 127;

  private final TraceParameters[] parameters;
  private final LearningCounts counts;
  private final boolean pre;
  private final int[][] values;
  private final int[][][] histories;
  private final int[][] kept;
  private final double[][] chances;
  private final boolean[] holdsEverySpike;
  private final int[] active;
  final int[] lastSpike;

  /**
   * Traces at 0.
   *
   * @param pre which random numbers serve: those of the pre or of the post side
   */
  TraceBank(
      TraceParameters[] parameters, int neurons, int epoch, boolean pre, LearningCounts counts) {
    this.parameters = parameters;
    this.counts = counts;
    this.pre = pre;
    values = new int[parameters.length][neurons];
    histories = new int[parameters.length][epoch + 1][neurons];
    kept = new int[parameters.length][LARGEST + 1];
    chances = new double[parameters.length][LARGEST + 1];
    holdsEverySpike = new boolean[parameters.length];
    active = new int[neurons];
    lastSpike = new int[neurons];
    for (int k = 0; k < parameters.length; k++) {
      holdsEverySpike[k] = parameters[k].limit() <= LARGEST;
      for (int z = 0; z <= LARGEST; z++) {
        double decayed = parameters[k].decay() * z;
        kept[k][z] = (int) Math.floor(decayed);
        chances[k][z] = decayed - Math.floor(decayed);
      }
    }
  }

  /** Registers a spike; an earlier one in the same epoch takes effect at once. */
  void spike(int neuron, int within, RandomSource random) {
    if (lastSpike[neuron] > 0) {
      for (int k = 0; k < values.length; k++) {
        values[k][neuron] =
            withImpulse(
                k,
                values[k][neuron],
                pre ? random.repeatedPreImpulse() : random.repeatedPostImpulse());
      }
    }
    lastSpike[neuron] = within;
  }

  /** Overwrites one trace of all neurons. */
  void write(int trace, int[] source) {
    System.arraycopy(source, 0, values[trace], 0, source.length);
  }

  /** Computes the histories of the epoch that ends now; histories of traces that are off stay 0. */
  void replayEpoch(boolean written, RandomSource random) {
    for (int k = 0; k < values.length; k++) {
      if (parameters[k].off() && !written) {
        continue;
      }
      int[][] history = histories[k];
      System.arraycopy(values[k], 0, history[0], 0, lastSpike.length);
      for (int s = 1; s < history.length; s++) {
        replayStep(k, s, history[s - 1], history[s], random);
      }
    }
  }

  private void replayStep(int trace, int s, int[] before, int[] now, RandomSource random) {
    int count = listActive(s, before);
    Arrays.fill(now, 0);
    for (int a = 0; a < count; a++) {
      int n = active[a];
      int decayed = decayed(trace, before[n], random);
      now[n] =
          lastSpike[n] == s
              ? withImpulse(trace, decayed, pre ? random.preImpulse() : random.postImpulse())
              : decayed;
    }
  }

  /**
   * Lists the neurons whose trace is not 0 or is about to change. Who that is cannot be predicted,
   * so that a branch here would cost more than the rest.
   */
  private int listActive(int s, int[] before) {
    int count = 0;
    for (int n = 0; n < before.length; n++) {
      active[count] = n;
      int spike = lastSpike[n] ^ s;
      count += (before[n] | -before[n] | ~(spike | -spike)) >>> 31;
    }
    return count;
  }

  /** Takes over the last value of the histories. */
  void commit() {
    for (int k = 0; k < values.length; k++) {
      write(k, histories[k][histories[k].length - 1]);
    }
  }

  void forgetSpikes() {
    Arrays.fill(lastSpike, 0);
  }

  void reset() {
    forgetSpikes();
    for (int[] trace : values) {
      Arrays.fill(trace, 0);
    }
  }

  /** The history of a trace: {@code [step of the epoch][neuron]}. */
  int[][] history(int trace) {
    return histories[trace];
  }

  int value(int trace, int neuron) {
    return values[trace][neuron];
  }

  private int decayed(int trace, int z, RandomSource random) {
    int floor;
    double chance;
    if (z >= 0 && z <= LARGEST) {
      floor = kept[trace][z];
      chance = chances[trace][z];
    } else {
      double decayed = parameters[trace].decay() * z;
      floor = (int) Math.floor(decayed);
      chance = decayed - floor;
    }
    if (chance == 0) {
      return floor;
    }
    return floor + RandomSource.happens(chance, pre ? random.preDecay() : random.postDecay());
  }

  private int withImpulse(int trace, int z, int random) {
    int sum =
        z
            + parameters[trace].impulse().whole()
            + (random < parameters[trace].impulse().fraction() ? 1 : 0);
    if (sum > LARGEST) {
      if (holdsEverySpike[trace]) {
        counts.traceTops++;
      } else {
        counts.traceSaturations++;
      }
      return LARGEST;
    }
    if (sum < 0) {
      counts.traceFloors++;
      return 0;
    }
    return sum;
  }
}
