package plastron.slayer.train;

/**
 * What came of an episode.
 *
 * @param choice the chosen output neuron
 * @param correct whether it is the episode's label
 * @param reward +1 if right, -1 if wrong
 */
public record Outcome(int choice, boolean correct, double reward) {

  /** The outcome of a choice in an episode. */
  static Outcome of(int choice, Episode episode) {
    boolean correct = choice == episode.label();
    return new Outcome(choice, correct, correct ? 1 : -1);
  }
}
