package plastron.core.run;

/**
 * Is told what a population does, step by step. A runner without listeners spends nothing on them.
 */
public interface PopulationListener {

  /** An episode starts. */
  void reset();

  /**
   * The population has gone through a step.
   *
   * @param spikes neurons that spiked, ascending, in the first {@code count} entries; not to be
   *     modified or kept
   * @param potentials by neuron, as compared with the threshold, before any reset; empty for a
   *     spike source; not to be modified or kept
   */
  void step(int[] spikes, int count, float[] potentials);
}
