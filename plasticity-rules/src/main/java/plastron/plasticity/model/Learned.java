package plastron.plasticity.model;

import plastron.plasticity.expr.Bounds;

/**
 * Numbers of a population's neurons that training may change: one if all neurons have the same, one
 * a neuron otherwise.
 *
 * @param population name of the population
 * @param value which numbers
 * @param bounds every step of training ends within
 */
public record Learned(String population, Value value, Bounds bounds) {

  /** A number that neurons have. */
  public enum Value {
    /** The threshold. */
    THETA,
    /** The factor per step on the potential. */
    DECAY,
    /** The constant current. */
    BIAS;

    /** As files and messages write it. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
