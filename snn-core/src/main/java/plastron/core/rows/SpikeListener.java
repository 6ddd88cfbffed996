package plastron.core.rows;

/** Is told of the spikes of the neurons of a block as they come. */
public interface SpikeListener {

  /**
   * Neurons have spiked in a step, maybe not the last ones of it.
   *
   * @param spiking their numbers within the block, ascending, not to be kept
   * @param spikes how many of these
   */
  void add(long step, int[] spiking, int spikes);
}
