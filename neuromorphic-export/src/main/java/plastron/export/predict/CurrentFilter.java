package plastron.export.predict;

import plastron.plasticity.expr.Grid;

/**
 * What post neurons make of the spikes that arrive through synapses whose weights are a state:
 * {@code f <- decay f + gain sum_j state[j][i] s_j}, with the weight that a spike met when it was
 * sent.
 *
 * @param name how formulas call it
 * @param state the synaptic state that is the weight
 * @param decay factor per step, in [0, 1]
 * @param gain of an arriving weight
 * @param latency steps between a spike and its arrival, at least 0
 * @param grid of the value after every step
 */
public record CurrentFilter(
    String name, String state, double decay, double gain, int latency, Grid grid) {

  /** The filter when every spike counts as that many. */
  CurrentFilter times(double factor) {
    return new CurrentFilter(name, state, decay, factor * gain, latency, grid);
  }
}
