package plastron.core.environment;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something to act in. An episode begins with {@link #reset} and goes on with {@link #step} until
 * one of them says that it has ended. Found by the service loader: a public class with a public
 * constructor without arguments and a line in {@code
 * META-INF/services/plastron.core.environment.Environment}, see {@link Environments}. Owned by one
 * thread; environments have nothing in common with each other. {@link CallOrder} throws what the
 * methods are to throw.
 */
public interface Environment extends AutoCloseable {

  /** What it is called, in small letters and hyphens. */
  String name();

  /** What observations may be, always the same. */
  Space observations();

  /** What actions may be, always the same. */
  Space actions();

  /**
   * Begins an episode. All that is random from here on follows from the seed.
   *
   * @throws IllegalStateException after {@link #close}
   */
  Start reset(long seed);

  /**
   * Begins another episode, whose randomness goes on where that of the last one ended.
   *
   * @throws IllegalStateException after {@link #close}, or if there was no episode yet
   */
  Start reset();

  /**
   * Acts for one step.
   *
   * @param action one of {@link #actions}, not modified and not kept
   * @throws IllegalArgumentException if the action is none of them; nothing has changed then
   * @throws IllegalStateException before the first {@link #reset}, after the end of an episode, and
   *     after {@link #close}
   */
  Step step(double[] action);

  /** Gives back whatever it holds; once more does nothing. */
  @Override
  void close();

  /**
   * The beginning of an episode.
   *
   * @param observation one of {@link #observations}, the caller's own
   * @param info further numbers for people, by name
   */
  record Start(double[] observation, Map<String, Double> info) {
    public Start {
      info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
    }
  }

  /**
   * The answer to an action.
   *
   * @param observation one of {@link #observations}, the caller's own
   * @param reward a finite number
   * @param terminated whether the episode has come to an end of its own, behind which there is
   *     nothing to gain or to lose
   * @param truncated whether it was broken off, such as by a limit of time
   * @param info further numbers for people, by name
   */
  record Step(
      double[] observation,
      double reward,
      boolean terminated,
      boolean truncated,
      Map<String, Double> info) {
    public Step {
      info = Collections.unmodifiableMap(new LinkedHashMap<>(info));
    }

    /** Whether the episode is over, for one reason or the other. */
    public boolean isLast() {
      return terminated || truncated;
    }
  }
}
