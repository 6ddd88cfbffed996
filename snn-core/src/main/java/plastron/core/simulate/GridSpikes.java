package plastron.core.simulate;

import java.util.Arrays;

/** Spikes that are sent at the ends of steps. */
public final class GridSpikes implements SpikeTrains {

  private final long[] spikes;
  private final double dtMs;

  /**
   * @param spikes step and neuron of each, as {@link #packed} has them, in any order; taken over
   * @param dtMs step, ms
   */
  public GridSpikes(long[] spikes, double dtMs) {
    this.spikes = spikes;
    this.dtMs = dtMs;
    Arrays.sort(spikes);
  }

  /** Step and neuron, in 32 bits each. */
  public static long packed(long step, int neuron) {
    return (step << Integer.SIZE) | neuron;
  }

  @Override
  public int size() {
    return spikes.length;
  }

  @Override
  public int step(int spike) {
    return (int) (spikes[spike] >>> Integer.SIZE);
  }

  @Override
  public double timeMs(int spike) {
    return GridTime.ms(step(spike), dtMs);
  }

  @Override
  public int neuron(int spike) {
    return (int) spikes[spike];
  }
}
