package plastron.core.run;

/**
 * Changes the weights of one projection while the network runs. Weights are {@code [nPre][nPost]}
 * (of sparse synapses a row for every pre neuron with one of each); the arrays handed in are the
 * runner's own, to be filled in place and not to be kept.
 */
public interface SynapseDynamics {

  /**
   * An episode starts. {@code weights} is modified: it must hold the weights of the first step
   * afterwards.
   */
  void reset(float[][] weights);

  /**
   * A step has ended, and all listeners of all populations have been told of it. New weights act
   * from the next step on.
   *
   * @param pre neurons of the sending population that spiked in the step, ascending, in the first
   *     {@code preCount} entries; not to be modified
   * @param post the same for the receiving population
   * @param weights the projection's weights; modified where they change
   * @return whether any weight has changed
   */
  boolean endStep(int[] pre, int preCount, int[] post, int postCount, float[][] weights);
}
