package plastron.slayer.objective;

import java.util.random.RandomGenerator;

/**
 * Makes the trials of a task, with the network at hand. Where what comes next depends on what the
 * network does, a source takes the network through the trial, chunk after chunk, and what it
 * returns is the record of that: all that the network was given, and what came of it. A trial is
 * therefore an {@link Episode} like any other once it is there; whoever judges trials, goes back
 * over them, compiles on them or draws them does not ask how they came about. Those that do not
 * depend on the network are of an {@link OpenSource}, which leaves it alone. Called from several
 * threads at once.
 *
 * @param <T> type of the trials
 */
public interface EpisodeSource<T extends Episode> {

  /**
   * Makes one trial. All randomness but the network's own comes from the generator.
   *
   * @param random seeded for this trial alone
   * @param network at rest; what it is given, one chunk behind the other, is the trial's whole
   *     input, unless it is not asked at all
   */
  T episode(RandomGenerator random, Responder network);

  /** Steps of the longest chunk that a network is asked to respond to; 0 if none ever is. */
  int longestChunk();
}
