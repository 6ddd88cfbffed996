package plastron.plasticity.model;

import java.util.Locale;
import plastron.core.check.Require;
import plastron.plasticity.expr.Bounds;

/**
 * Numbers of a population's neurons that training may change: one if all neurons have the same, one
 * a neuron otherwise.
 *
 * @param population name of the population
 * @param value which numbers
 * @param bounds every step of training ends within, and within what neurons allow: a threshold is
 *     at least {@link #LEAST_THRESHOLD}, an adaptation at least 0, a decay from 0 to 1
 */
public record Learned(String population, Value value, Bounds bounds) {

  /** No threshold is learned to be smaller. */
  public static final double LEAST_THRESHOLD = 1e-6;

  /** A number that neurons have. */
  public enum Value {
    /** The threshold. */
    THETA(new Bounds(LEAST_THRESHOLD, Double.POSITIVE_INFINITY)),
    /** The factor per step on the potential. */
    DECAY(Bounds.UNIT),
    /** The constant current. */
    BIAS(Bounds.NONE),
    /** How much a spike raises an adaptive threshold. */
    ADAPTATION(new Bounds(0, Double.POSITIVE_INFINITY)),
    /** The factor per step on what raises an adaptive threshold. */
    ADAPTATION_DECAY(Bounds.UNIT);

    private final Bounds allowed;

    Value(Bounds allowed) {
      this.allowed = allowed;
    }

    /** As files and messages write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Learned {
    Require.given("Population of a learned value", population);
    Require.given("Learned value of population " + population, value);
    Require.given("Bounds of %s of population %s".formatted(value.label(), population), bounds);
    double low = Math.max(bounds.low(), value.allowed.low());
    double high = Math.min(bounds.high(), value.allowed.high());
    if (!(low <= high)) {
      throw new IllegalArgumentException(
          "Bounds of %s of population %s (%s to %s) leave nothing of %s to %s."
              .formatted(
                  value.label(),
                  population,
                  bounds.low(),
                  bounds.high(),
                  value.allowed.low(),
                  value.allowed.high()));
    }
    bounds = new Bounds(low, high);
  }
}
