package plastron.core.simulate;

import plastron.core.noise.PoissonNoise;
import plastron.core.rows.Arrivals;

/**
 * A drive of some neurons of a block.
 *
 * @param first neuron within the block
 * @param last behind its last
 * @param start acts behind this step
 * @param stop last acts in this step
 */
record Noise(PoissonNoise poisson, int channel, int first, int last, long start, long stop) {

  /** Whether neurons of the block receive anything in a step. */
  boolean acts(long step, int from, int to) {
    return step > start && step <= stop && Math.max(from, first) < Math.min(to, last);
  }

  /** Adds what neurons of the block receive in a step. */
  void add(long step, Arrivals arrivals, int from, int to) {
    int begin = Math.max(from, first);
    int end = Math.min(to, last);
    if (acts(step, from, to)) {
      int at = arrivals.begin(step, channel) + first;
      poisson.add(step, arrivals.sums(), at, begin - first, end - first);
    }
  }
}
