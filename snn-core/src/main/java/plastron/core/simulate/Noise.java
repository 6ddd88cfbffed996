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

  /** Adds what neurons of the block receive in a step. */
  void add(long step, Arrivals arrivals, int from, int to) {
    int begin = Math.max(from, first);
    int end = Math.min(to, last);
    if (step > start && step <= stop && begin < end) {
      int at = arrivals.begin(step, channel) + first;
      poisson.add(step, arrivals.sums(), at, begin - first, end - first);
    }
  }
}
