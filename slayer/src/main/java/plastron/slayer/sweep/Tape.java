package plastron.slayer.sweep;

/**
 * The record of one episode or a chunk of one, from a {@link Sweep}'s way forward to its way back.
 * Belongs to the model's shape, not to the sweep that made it: any sweep over the same model with
 * the same options and parameters may read it.
 */
public interface Tape extends Observed {

  /** Number of steps of the episode or chunk. */
  int steps();

  /**
   * The potentials of a population that never spikes.
   *
   * @param population its index
   * @param into overwritten, one number a neuron
   */
  void potentials(int population, int step, FlatVector into);

  @Override
  default double[][] potentials(int population) {
    double[][] all = new double[steps()][];
    FlatVector row = new FlatVector(spikes(population).neurons());
    for (int t = 0; t < all.length; t++) {
      potentials(population, t, row);
      all[t] = row.toArray();
    }
    return all;
  }
}
