package plastron.slayer.optimise;

import plastron.core.check.Require;

/** A number that depends on the iteration: a learning rate or an entropy weight. */
public sealed interface Schedule {

  /** The value at an iteration, counted from 0. */
  double at(long iteration);

  /**
   * Always the same.
   *
   * @param value at least 0
   */
  record Constant(double value) implements Schedule {
    public Constant {
      Require.notNegative("Schedule", value);
    }

    @Override
    public double at(long iteration) {
      return value;
    }
  }

  /**
   * A straight line, then constant.
   *
   * @param start value at iteration 0, at least 0
   * @param end value from iteration {@code iterations} on, at least 0
   * @param iterations length of the line, at least 1
   */
  record Linear(double start, double end, long iterations) implements Schedule {
    public Linear {
      Require.notNegative("Start of a linear schedule", start);
      Require.notNegative("End of a linear schedule", end);
      if (iterations < 1) {
        throw new IllegalArgumentException(
            "Schedule (%d iterations) needs at least 1.".formatted(iterations));
      }
    }

    @Override
    public double at(long iteration) {
      return iteration >= iterations ? end : start + (end - start) * iteration / iterations;
    }
  }

  /**
   * Another schedule, multiplied by a factor that grows in equal steps from {@code 1 / iterations}
   * at iteration 0 to 1. An optimiser's first steps follow a gradient that hardly any trial has
   * been averaged into, and Adam makes them as large as all later ones.
   *
   * @param iterations how many are slowed, at least 1
   */
  record WarmUp(Schedule then, long iterations) implements Schedule {
    public WarmUp {
      Require.given("Schedule of a warm-up", then);
      if (iterations < 1) {
        throw new IllegalArgumentException(
            "Warm-up (%d iterations) needs at least 1.".formatted(iterations));
      }
    }

    @Override
    public double at(long iteration) {
      return then.at(iteration) * Math.min(1, (iteration + 1) / (double) iterations);
    }
  }

  /**
   * A constant factor per iteration, then constant.
   *
   * @param start value at iteration 0, above 0
   * @param end value from iteration {@code iterations} on, above 0
   * @param iterations length of the decay, at least 1
   */
  record Exponential(double start, double end, long iterations) implements Schedule {
    public Exponential {
      if (iterations < 1
          || !(start > 0 && start < Double.POSITIVE_INFINITY)
          || !(end > 0 && end < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "Exponential schedule (%s to %s in %d iterations) needs positive numbers."
                .formatted(start, end, iterations));
      }
    }

    @Override
    public double at(long iteration) {
      return iteration >= iterations
          ? end
          : start * Math.pow(end / start, (double) iteration / iterations);
    }
  }
}
