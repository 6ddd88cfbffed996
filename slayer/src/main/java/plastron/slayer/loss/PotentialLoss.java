package plastron.slayer.loss;

import plastron.slayer.sweep.OutputAdjoint;

/** A loss on the potentials of a population that never spikes, bound to an episode's target. */
public interface PotentialLoss {

  /**
   * Evaluates the loss and its derivative.
   *
   * @param potentials {@code [step][neuron]}, not modified
   * @param adjoint receives the derivative with respect to every potential: added to
   * @return the loss
   */
  double evaluate(double[][] potentials, OutputAdjoint adjoint);

  /**
   * This loss on a population of a network, as one term of a sum.
   *
   * @param population its index
   * @param weight factor on the loss
   */
  default Loss on(int population, double weight) {
    return (observed, adjoints) -> {
      double[][] potentials = observed.potentials(population);
      return adjoints.of(population).weighted(weight, adjoint -> evaluate(potentials, adjoint));
    };
  }
}
