package plastron.slayer.loss;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/** The loss of one episode, bound to that episode's target. */
public interface Loss {

  /**
   * Evaluates the loss and its derivative.
   *
   * @param output spikes of the last layer, not modified
   * @param adjoint receives the derivative with respect to every output spike: added to
   * @return the loss
   */
  double evaluate(SpikeRaster output, OutputAdjoint adjoint);
}
