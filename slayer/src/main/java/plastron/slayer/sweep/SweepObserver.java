package plastron.slayer.sweep;

/** Sees the numbers of a replayed episode. Arrays passed in are only valid during the call. */
public interface SweepObserver {

  /**
   * The potential of one neuron after a step, before any reset; negative infinity while a
   * refractory neuron is held.
   *
   * @param population its index
   */
  void potential(int population, int step, int neuron, double u);

  /**
   * A value of one symbol after the update that ended a window: new states, and the signals and
   * rates used in it.
   *
   * @param window number of the window, from 0
   * @param site index in {@link plastron.plasticity.model.PlasticGraph#sites()}
   * @param symbol name in the site's rule
   * @param from row, see {@link plastron.plasticity.expr.Axis}
   * @param to column; of synapse-shaped values the post neuron, and none that has no synapse
   */
  void symbol(int window, int site, String symbol, int from, int to, double value);
}
