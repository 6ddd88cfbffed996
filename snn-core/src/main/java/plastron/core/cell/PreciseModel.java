package plastron.core.cell;

/** A kind of neuron that also runs in continuous time. */
public interface PreciseModel extends NeuronModel {

  /**
   * The neurons of a population at time 0.
   *
   * @param dtMs of the grid at whose times thresholds are looked at, ms
   */
  PreciseCells preciseCells(int neurons, double dtMs);
}
