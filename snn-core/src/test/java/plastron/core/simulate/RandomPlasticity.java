package plastron.core.simulate;

import java.util.SplittableRandom;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.circuit.TripletStdp;
import plastron.core.network.DelayPlace;

/** Draws kinds of plasticity. */
final class RandomPlasticity {

  private RandomPlasticity() {}

  /**
   * One that learns, in a circuit with populations A and B.
   *
   * @param greatest weight
   */
  static Plasticity learning(SplittableRandom random, double greatest) {
    DelayPlace place = random.nextBoolean() ? DelayPlace.AXON : DelayPlace.DENDRITE;
    return switch (random.nextInt(3)) {
      case 0 -> new PairStdp(10, 15, 0.05, 1.1, random.nextInt(2), 1, greatest, place);
      case 1 -> {
        double a = greatest / 50;
        yield new TripletStdp(a / 2, a, a, a / 4, 10, 15, 50, 30, greatest, place);
      }
      default -> {
        String source = random.nextBoolean() ? "A" : "B";
        double delayMs = random.nextDouble(0.1, 3);
        double b = random.nextInt(2) * 0.5;
        // Windows of 4, 20 and 80 ms.
        double tauC = random.nextInt(3) == 0 ? 1 : random.nextBoolean() ? 5 : 20;
        double a = greatest / 20;
        yield new DopamineStdp(source, delayMs, tauC, 8, b, a, 1.1 * a, 10, 15, 0, greatest, place);
      }
    };
  }

  static Plasticity shortTerm(SplittableRandom random) {
    return new ShortTerm(random.nextDouble(), 1 + random.nextInt(100), random.nextInt(3) * 10);
  }
}
