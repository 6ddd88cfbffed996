package plastron.loihi.neuron;

import java.util.Arrays;
import plastron.loihi.emulator.SpikeList;
import plastron.loihi.neuron.Statement.Gather;

/** The neurons that send graded spikes to a layer, and what arrives of them. */
final class Senders {

  private final Gather gather;
  private final int[] target;
  private final int[][] weights;
  private final int[] rates;
  private final long[] sums;

  /**
   * At rest.
   *
   * @param target register of the receivers, modified by {@link #gather}
   * @param weights {@code [sender][receiver]}, not modified
   */
  Senders(Gather gather, int[] target, int[][] weights) {
    this.gather = gather;
    this.target = target;
    this.weights = weights;
    rates = new int[weights.length];
    sums = new long[target.length];
  }

  /** Follows the rates of the senders by one step. */
  void step(SpikeList[] spikes, Fixed15 fixed) {
    fixed.follow(rates, gather.decay(), gather.impulse(), spikes[gather.population()]);
  }

  /** All rates are sent and summed at the receivers. */
  void send() {
    Arrays.fill(sums, 0);
    for (int k = 0; k < rates.length; k++) {
      int payload = rates[k] >> gather.payload();
      if (payload != 0) {
        int[] row = weights[k];
        for (int i = 0; i < sums.length; i++) {
          sums[i] += (long) row[i] * payload;
        }
      }
    }
  }

  /** The receivers take what was sent last. */
  void gather(Fixed15 fixed) {
    for (int i = 0; i < sums.length; i++) {
      target[i] = fixed.limit(Fixed15.shift(sums[i] * gather.gain(), gather.shift()));
    }
  }

  void reset() {
    Arrays.fill(rates, 0);
    Arrays.fill(sums, 0);
  }
}
