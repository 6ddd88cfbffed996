package plastron.slayer.sweep;

import plastron.core.spikes.SpikeRaster;

/**
 * The record of one episode, from a {@link Sweep}'s way forward to its way back. Belongs to the
 * model's shape, not to the sweep that made it: any sweep over the same model with the same options
 * and parameters may read it.
 */
public interface Tape {

  /** Spikes of a population by its index; not to be modified. */
  SpikeRaster spikes(int population);

  /**
   * The potentials of a population that never spikes.
   *
   * @param population its index
   * @param into overwritten, one number a neuron
   */
  void potentials(int population, int step, FlatVector into);
}
