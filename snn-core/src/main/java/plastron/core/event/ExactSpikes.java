package plastron.core.event;

import plastron.core.simulate.GridTime;
import plastron.core.simulate.SpikeTrains;

/**
 * Spikes in continuous time.
 *
 * @param timesMs of each, ascending; taken over
 * @param neurons of each; taken over
 */
record ExactSpikes(double[] timesMs, int[] neurons, double dtMs) implements SpikeTrains {

  @Override
  public int size() {
    return timesMs.length;
  }

  @Override
  public int step(int spike) {
    return (int) GridTime.step(timesMs[spike], dtMs);
  }

  @Override
  public double timeMs(int spike) {
    return timesMs[spike];
  }

  @Override
  public int neuron(int spike) {
    return neurons[spike];
  }
}
