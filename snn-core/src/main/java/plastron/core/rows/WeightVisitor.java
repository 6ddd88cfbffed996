package plastron.core.rows;

/** Is told of the weights of synapses. */
public interface WeightVisitor {

  /**
   * A synapse.
   *
   * @param pre number of the pre neuron in its population
   * @param post number of the post neuron
   */
  void synapse(int pre, int post, int delaySteps, double weight);
}
