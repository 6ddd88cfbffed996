package plastron.core.plastic;

import java.util.Arrays;
import plastron.core.circuit.LearningSynapses;
import plastron.core.rows.IncomingSynapses;

/** Tells synapses that learn of all spikes of a population, step by step. */
final class SourceSpikes implements IncomingSynapses {

  private final LearningSynapses learning;
  private final int source;
  private int[] sent = new int[16];
  private int count;

  /**
   * @param source see {@link LearningSynapses#sent}
   */
  SourceSpikes(LearningSynapses learning, int source) {
    this.learning = learning;
    this.source = source;
  }

  @Override
  public void deliver(long step, int[] spikes, int begin, int end) {
    int more = end - begin;
    if (count + more > sent.length) {
      sent = Arrays.copyOf(sent, Math.max(count + more, 2 * count));
    }
    System.arraycopy(spikes, begin, sent, count, more);
    count += more;
  }

  @Override
  public void endOfStep(long step) {
    learning.sent(source, sent, count);
    count = 0;
  }

  @Override
  public int degree(int pre) {
    return 0;
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public long bytes() {
    return 4L * sent.length;
  }
}
