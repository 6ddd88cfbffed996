package plastron.loihi.emulator;

/**
 * The synapses between two populations while they run. In every step: first deliver, then receive.
 */
public interface Synapses {

  /**
   * Adds what is due in this step to the input of the post neurons.
   *
   * @param activation one entry a post neuron, modified
   */
  void deliver(int[] activation);

  /**
   * Takes in the spikes of this step.
   *
   * @param spikes of the pre population, not modified
   */
  void receive(SpikeList spikes);

  /**
   * Takes in the graded spikes of this step (Loihi 2).
   *
   * @param payload one integer a pre neuron, 0 for no spike, not modified
   */
  void receivePayload(int[] payload);

  /** Forgets everything that is still on its way. */
  void reset();
}
