package plastron.core.simulate;

import plastron.core.statistics.SpikeStatistics;

/** The spikes of a population, by time, then neuron. */
public interface SpikeTrains {

  /** How many. */
  int size();

  /** Step of a spike, from 1: it was sent at its end or, in continuous time, within. */
  int step(int spike);

  /** When a spike was sent, ms. */
  double timeMs(int spike);

  /** The neuron that sent a spike. */
  int neuron(int spike);

  /**
   * Statistics of a population.
   *
   * @param neurons of it
   * @param fromMs start of the window, ms
   * @param toMs its end, ms
   * @param dtMs step, ms
   */
  default SpikeStatistics statistics(int neurons, double fromMs, double toMs, double dtMs) {
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
