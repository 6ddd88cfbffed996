package plastron.core.environment;

import java.util.Arrays;

/**
 * In which order the methods of an {@link Environment} may be called; an environment tells it of
 * every call, and what is out of order is thrown with the environment's name. Owned by one thread.
 */
public final class CallOrder {

  private enum State {
    NEW,
    RUNNING,
    ENDED,
    CLOSED
  }

  private final String name;
  private State state = State.NEW;

  /**
   * @param name of the environment
   */
  public CallOrder(String name) {
    this.name = name;
  }

  /** An episode begins with a seed. */
  public void resetWithSeed() {
    requireOpen();
    state = State.RUNNING;
  }

  /** An episode begins without one. */
  public void reset() {
    requireOpen();
    if (state == State.NEW) {
      throw new IllegalStateException(
          "Environment %s needs a seed for its first reset.".formatted(name));
    }
    state = State.RUNNING;
  }

  /** An action is about to be taken. */
  public void step(Space actions, double[] action) {
    requireOpen();
    if (state != State.RUNNING) {
      throw new IllegalStateException(
          "Environment %s needs a reset before a step: %s."
              .formatted(
                  name, state == State.NEW ? "no episode has begun" : "the episode has ended"));
    }
    if (!actions.contains(action)) {
      throw new IllegalArgumentException(
          "Action (%s) of environment %s must be %s."
              .formatted(Arrays.toString(action), name, actions));
    }
  }

  /** The action has been taken. */
  public void answered(Environment.Step step) {
    state = step.isLast() ? State.ENDED : state;
  }

  /** The environment is closed, perhaps once more. */
  public void close() {
    state = State.CLOSED;
  }

  private void requireOpen() {
    if (state == State.CLOSED) {
      throw new IllegalStateException("Environment %s is closed.".formatted(name));
    }
  }
}
