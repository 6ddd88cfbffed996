package plastron.loihi.random;

/** Where the learning engines of a network get their random numbers. Owned by one thread. */
public interface RandomSources {

  /** The numbers of the next engine; engines ask in the order in which they are made. */
  RandomSource next();

  /** Starts the numbers of all engines anew, with this seed as far as it decides them. */
  void restart(long seed);

  /** A number of its own for every rounding, all from one sequence, as chips draw them. */
  static RandomSources independent(long seed) {
    SeededRandom random = new SeededRandom(seed, SeededRandom.Sharing.INDEPENDENT);
    return new RandomSources() {
      @Override
      public RandomSource next() {
        return random;
      }

      @Override
      public void restart(long anew) {
        random.restart(anew);
      }
    };
  }
}
