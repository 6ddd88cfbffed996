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

  /**
   * One by chance.
   *
   * @param probabilities that add up to 1, not modified
   * @param random one number is drawn
   */
  public static int drawn(double[] probabilities, RandomGenerator random) {
    double draw = random.nextDouble();
    int choice = 0;
    for (double sum = probabilities[0];
        choice < probabilities.length - 1 && draw >= sum;
        sum += probabilities[choice]) {
      choice++;
    }
    return choice;
  }
}
