package plastron.plasticity.f64.row;

/**
 * A trace update of synapses and the effective weights that it leads to, in one walk over the
 * synapses, and the reverse of both.
 */
public interface RowChain64 {

  /**
   * Computes the new states and their weights.
   *
   * @param value by symbol, with the old states, not modified
   * @param next by update, those of synapses overwritten
   * @param weight overwritten
   */
  void forward(double[][][] value, double[][][] next, double[][] weight);

  /**
   * Goes back from the weights and the new states to the old states.
   *
   * @param value by symbol, with the old states, not modified
   * @param next by update, the new states, not modified
   * @param weightAdjoint adjoints of the effective weights, not modified
   * @param adjoint by symbol. Of the states that the update has: on entry the adjoints of the new
   *     states by everything but these weights, afterwards those of the old states by this update.
   *     Of other wanted symbols: added to.
   */
  void reverse(
      double[][][] value, double[][][] next, double[][] weightAdjoint, double[][][] adjoint);
}
