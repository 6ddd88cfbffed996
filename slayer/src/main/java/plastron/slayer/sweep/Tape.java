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

  /** Number of full windows, at whose ends modules took their step; 0 without modules. */
  int windows();

  /** How many values a module gives. */
  int width(int module);

  /**
   * What a module gave at the end of a window.
   *
   * @param module its index
   * @param into overwritten, one number a value
   */
  void outputs(int module, int window, FlatVector into);

  @Override
  default double[][] outputs(int module) {
    double[][] all = new double[windows()][];
    FlatVector row = new FlatVector(width(module));
    for (int w = 0; w < all.length; w++) {
      outputs(module, w, row);
      all[w] = row.toArray();
    }
    return all;
  }

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
