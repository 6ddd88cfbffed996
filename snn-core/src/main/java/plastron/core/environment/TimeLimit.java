package plastron.core.environment;

/** An environment whose episodes are broken off after some steps. */
public final class TimeLimit implements Environment {

  private final Environment limited;
  private final int steps;
  private int taken;

  /**
   * @param limited taken over: closed with this
   * @param steps of an episode at most, at least 1
   */
  public TimeLimit(Environment limited, int steps) {
    if (steps < 1) {
      throw new IllegalArgumentException(
          "Time limit (%d steps) must be at least 1.".formatted(steps));
    }
    this.limited = limited;
    this.steps = steps;
  }

  @Override
  public String name() {
    return limited.name();
  }

  @Override
  public Space observations() {
    return limited.observations();
  }

  @Override
  public Space actions() {
    return limited.actions();
  }

  @Override
  public Start reset(long seed) {
    Start start = limited.reset(seed);
    taken = 0;
    return start;
  }

  @Override
  public Start reset() {
    Start start = limited.reset();
    taken = 0;
    return start;
  }

  @Override
  public Step step(double[] action) {
    if (taken == steps) {
      throw new IllegalStateException(
          "Environment %s needs a reset before a step: the episode has ended.".formatted(name()));
    }
    Step step = limited.step(action);
    taken++;
    return taken < steps
        ? step
        : new Step(step.observation(), step.reward(), step.terminated(), true, step.info());
  }

  @Override
  public void close() {
    taken = 0;
    limited.close();
  }
}
