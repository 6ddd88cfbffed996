package plastron.slayer.objective;

import java.util.random.RandomGenerator;

/** Picks an output neuron. */
public final class Choice {

  private Choice() {}

  /**
   * The neuron with the highest rate; ties are broken at random, so that a silent network is at
   * chance.
   *
   * @param rates by output neuron, not modified
   */
  public static int greedy(double[] rates, RandomGenerator random) {
    int best = 0;
    int ties = 1;
    for (int i = 1; i < rates.length; i++) {
      if (rates[i] > rates[best]) {
        best = i;
        ties = 1;
      } else if (rates[i] == rates[best]) {
        ties++;
        if (random.nextInt(ties) == 0) {
          best = i;
        }
      }
    }
    return best;
  }
}
