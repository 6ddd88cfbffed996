package plastron.core.simulate;

import java.util.Arrays;
import java.util.List;
import plastron.core.statistics.SpikeStatistics;

/** The spikes of a population, by step, then neuron. */
public final class SpikeTrains {

  private final long[] spikes;

  private SpikeTrains(long[] spikes) {
    this.spikes = spikes;
  }

  static SpikeTrains of(List<SpikeLog> logs) {
    long[] all = logs.stream().map(SpikeLog::packed).flatMapToLong(Arrays::stream).toArray();
    Arrays.sort(all);
    return new SpikeTrains(all);
  }

  /** How many. */
  public int size() {
    return spikes.length;
  }

  /** Step of a spike, from 1: it was sent at its end. */
  public int step(int spike) {
    return (int) (spikes[spike] >>> Integer.SIZE);
  }

  /** The neuron that sent a spike. */
  public int neuron(int spike) {
    return (int) spikes[spike];
  }

  /**
   * Statistics of a population.
   *
   * @param neurons of it
   * @param fromMs start of the window, ms
   * @param toMs its end, ms
   * @param dtMs step, ms
   */
  public SpikeStatistics statistics(int neurons, double fromMs, double toMs, double dtMs) {
    return SpikeStatistics.of(
        neurons,
        size(),
        this::step,
        this::neuron,
        Math.round(fromMs / dtMs),
        Math.round(toMs / dtMs),
        dtMs);
  }
}
