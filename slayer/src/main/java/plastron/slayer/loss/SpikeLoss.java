package plastron.slayer.loss;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/** A loss on the spikes of one population, bound to an episode's target. */
public interface SpikeLoss {

  /**
   * Evaluates the loss and its derivative.
   *
   * @param spikes of the population, not modified
   * @param adjoint receives the derivative with respect to every spike: added to
   * @return the loss
   */
  double evaluate(SpikeRaster spikes, OutputAdjoint adjoint);

  /**
   * This loss on a population of a network, as one term of a sum.
   *
   * @param population its index
   * @param weight factor on the loss
   */
  default Loss on(int population, double weight) {
    return (observed, adjoints) -> {
      SpikeRaster spikes = observed.spikes(population);
      return adjoints.of(population).weighted(weight, adjoint -> evaluate(spikes, adjoint));
    };
  }
}
