package plastron.core.simulate;

import java.util.SplittableRandom;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.network.DelayPlace;

/** Draws kinds of plasticity. */
final class RandomPlasticity {

  private RandomPlasticity() {}

  /**
   * One that learns.
   *
   * @param greatest weight
   */
  static Plasticity learning(SplittableRandom random, double greatest) {
    DelayPlace place = random.nextBoolean() ? DelayPlace.AXON : DelayPlace.DENDRITE;
    return new PairStdp(10, 15, 0.05, 1.1, random.nextInt(2), 1, greatest, place);
  }

  static Plasticity shortTerm(SplittableRandom random) {
    return new ShortTerm(random.nextDouble(), 1 + random.nextInt(100), random.nextInt(3) * 10);
  }
}
