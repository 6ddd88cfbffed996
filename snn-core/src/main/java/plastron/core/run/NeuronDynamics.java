package plastron.core.run;

/**
 * Drives the neurons of one population while the network runs. The arrays handed in are the
 * runner's own, by neuron, to be filled in place and not to be kept.
 */
public interface NeuronDynamics {

  /**
   * An episode starts; both arrays are 0.
   *
   * @param bias added to the current of every step; modified
   * @param lowered by how much thresholds are lower; what a spike subtracts stays as it is;
   *     modified
   */
  void reset(float[] bias, float[] lowered);

  /**
   * A step has ended, and all listeners of all populations have been told of it. New values act
   * from the next step on.
   *
   * @param bias see {@link #reset}; modified where it changes
   * @param lowered see {@link #reset}; modified where it changes
   */
  void endStep(float[] bias, float[] lowered);
}
