package plastron.core.cell;

import plastron.core.spikes.SpikeClock;

/** A kind of neuron that also runs from event to event. */
public interface PreciseModel extends NeuronModel {

  /**
   * The neurons of a population at time 0.
   *
   * @param dtMs of the grid at whose times thresholds are looked at, ms
   * @param clock when they may spike
   * @throws IllegalArgumentException if their numbers do not allow that
   */
  PreciseCells preciseCells(int neurons, double dtMs, SpikeClock clock);
}
