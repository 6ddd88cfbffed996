package plastron.core.circuit;

/** What neurons of a population receive from outside of their circuit, each a stream of its own. */
public sealed interface CircuitDrive permits PoissonDrive, CurrentDrive {

  /** What it is, such as "Poisson drive". */
  String kind();

  /** Name of the receiving population. */
  String population();

  /** Number of the first neuron that receives it. */
  int from();

  /** Number behind the last. */
  int to();

  /** Refuses a population that does not have such neurons. */
  default void check(CircuitPopulation receiver) {
    if (from() < 0 || to() <= from() || to() > receiver.size()) {
      throw new IllegalArgumentException(
          "%s of %s (neurons %d to %d) must reach some of its %d neurons."
              .formatted(kind(), population(), from(), to() - 1, receiver.size()));
    }
    receiver.requireReceiver(kind());
  }
}
