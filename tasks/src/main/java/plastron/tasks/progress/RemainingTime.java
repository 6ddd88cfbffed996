package plastron.tasks.progress;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Estimates how long the rest of the work takes. A program that has just started is several times
 * slower than it will be: only the newest half of the steps is counted on, and nothing is said
 * before there were a few.
 */
public final class RemainingTime {

  private static final int FEW_STEPS = 8;
  private static final int FEW_SLOW_STEPS = 3;
  private static final long SLOW_NANOS = 20_000_000_000L;
  private static final int NEWEST = 64;

  /** When the newest steps ended, the start before the first. */
  private final Deque<Long> times = new ArrayDeque<>();

  private final long start;
  private int steps;

  /**
   * @param start when the work began, in ns
   */
  public RemainingTime(long start) {
    this.start = start;
    times.add(start);
  }

  /**
   * One more step is done.
   *
   * @param now when, in ns
   */
  public void step(long now) {
    steps++;
    times.add(now);
    if (times.size() > Math.clamp(steps / 2, 1, NEWEST) + 1) {
      times.removeFirst();
    }
  }

  /** Seconds a step takes now; empty while that cannot be said. */
  public OptionalDouble secondsPerStep() {
    boolean known =
        steps >= FEW_STEPS || (steps >= FEW_SLOW_STEPS && times.getLast() - start >= SLOW_NANOS);
    return known
        ? OptionalDouble.of((times.getLast() - times.getFirst()) / 1e9 / (times.size() - 1))
        : OptionalDouble.empty();
  }

  /**
   * How long some more steps take, such as {@code 0:12:30 left}.
   *
   * @param more steps to go
   */
  public String left(long more) {
    OptionalDouble perStep = secondsPerStep();
    if (perStep.isEmpty()) {
      return "-:--:-- left";
    }
    long seconds = Math.round(perStep.getAsDouble() * more);
    return String.format(
        Locale.ROOT, "%d:%02d:%02d left", seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
