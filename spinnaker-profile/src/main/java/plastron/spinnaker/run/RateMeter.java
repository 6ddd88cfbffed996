package plastron.spinnaker.run;

import java.util.Arrays;
import plastron.spinnaker.fixed.Fract16;
import plastron.spinnaker.program.RateProgram;

/**
 * The rates of one population as a core makes them, see {@link RateProgram}. Single owner;
 * allocates nothing at work.
 */
final class RateMeter {

  private final RateProgram program;
  private final int[] state;
  private final int[] rates;
  private long clips;
  private long fullRates;

  RateMeter(RateProgram program, int neurons) {
    this.program = program;
    state = new int[neurons];
    rates = new int[neurons];
  }

  void reset() {
    Arrays.fill(state, 0);
  }

  /** One step with these spikes. */
  void step(int[] spikes, int count) {
    int amount = 1;
    if (program.traced()) {
      amount = program.impulse();
      for (int i = 0; i < state.length; i++) {
        state[i] = program.decayed(state[i]);
      }
    }
    for (int k = 0; k < count; k++) {
      state[spikes[k]] += amount;
    }
  }

  /** The rates at the end of an interval, live; counts start anew. */
  int[] endInterval() {
    for (int i = 0; i < rates.length; i++) {
      long exact = program.traced() ? program.tracedRate(state[i]) : program.countedRate(state[i]);
      rates[i] = (int) Math.min(Fract16.MAX, exact);
      if (exact > Fract16.MAX) {
        // One is 32768, the largest number 32767; a count's unit was rounded by half at most.
        int one = -Fract16.MIN + (program.traced() ? 0 : (state[i] / 2) >> program.shift());
        fullRates += exact <= one ? 1 : 0;
        clips += exact <= one ? 0 : 1;
      }
    }
    if (!program.traced()) {
      Arrays.fill(state, 0);
    }
    return rates;
  }

  /** Rates that were cut to the largest number. */
  long clips() {
    return clips;
  }

  /** Rates of exactly one, which the largest number stands for. */
  long fullRates() {
    return fullRates;
  }
}
