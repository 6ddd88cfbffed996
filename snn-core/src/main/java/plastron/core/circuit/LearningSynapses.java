package plastron.core.circuit;

import plastron.core.state.StateVisitor;

/**
 * A rule at work on the synapses of a {@link BlockSynapses}. In every step of the network each
 * population tells of what it sent, then {@link #step} says what takes effect at the synapses, then
 * maybe a window ends. Owned by one thread.
 */
public interface LearningSynapses {

  /** The pre neurons, see {@link #sent}. */
  int PRE = -1;

  /**
   * All spikes of a population in a step.
   *
   * @param source {@link #PRE}, or its place among {@link RulePlasticity#sources}
   * @param neurons the first {@code count}, numbered in the population, ascending
   */
  void sent(int source, int[] neurons, int count);

  /**
   * What takes effect at the synapses in a step.
   *
   * @param rows the first {@code arriving}, all different, are those at which a pre spike arrives
   * @param post the first {@code spiking}, ascending, are the neurons of the block that spike
   */
  void step(int[] rows, int arriving, int[] post, int spiking);

  /**
   * A window ends, of which everything has been told.
   *
   * @throws ArithmeticException if a weight leaves the range of numbers
   */
  void endOfWindow();

  /** The present weights of a row, not to be modified or kept. */
  float[] weights(int row);

  /** Shows what has changed. */
  void state(StateVisitor visitor);

  /** Bytes. */
  long bytes();
}
