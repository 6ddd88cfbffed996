package plastron.slayer.sweep;

import plastron.core.spikes.SpikeRaster;

/** What an episode shows of a network, for those who judge it. */
public interface Observed {

  /** Spikes of a population by its index; not to be modified. */
  SpikeRaster spikes(int population);

  /** A copy of the potentials of a population that never spikes, {@code [step][neuron]}. */
  double[][] potentials(int population);
}
