package plastron.slayer.loss;

import plastron.slayer.sweep.OutputAdjoint;

/**
 * A loss on the potentials of a population that never spikes, or on what a module gives, bound to
 * an episode's target.
 */
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

  /**
   * This loss on what a module of a network gives, windows in the place of steps, as one term of a
   * sum.
   *
   * @param module its index
   * @param weight factor on the loss
   */
  default Loss onModule(int module, double weight) {
    return (observed, adjoints) -> {
      double[][] outputs = observed.outputs(module);
      return adjoints.ofModule(module).weighted(weight, adjoint -> evaluate(outputs, adjoint));
    };
  }
}
