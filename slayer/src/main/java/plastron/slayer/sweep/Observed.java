package plastron.slayer.sweep;

import plastron.core.spikes.SpikeRaster;

/** What an episode shows of a network, for those who judge it. */
public interface Observed {

  /** Spikes of a population by its index; not to be modified. */
  SpikeRaster spikes(int population);

  /** A copy of the potentials of a population that never spikes, {@code [step][neuron]}. */
  double[][] potentials(int population);

  /**
   * A copy of what a module gave at the end of each full window, {@code [window][value]}.
   *
   * @param module its index
   * @throws IllegalArgumentException if there is none, as in a network without modules
   */
  default double[][] outputs(int module) {
    throw new IllegalArgumentException(
        "Module (%d) must be one of the network's, which has none.".formatted(module));
  }
}
