package plastron.plasticity.f64;

import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;

/**
 * How many neurons the sides of a layer have.
 *
 * @param pre presynaptic neurons, at least 1
 * @param post postsynaptic neurons, at least 1
 * @param modulator neurons of the modulating layer, 0 if there is none
 */
public record RuleShape64(int pre, int post, int modulator) {

  public RuleShape64 {
    if (pre < 1 || post < 1 || modulator < 0) {
      throw new IllegalArgumentException(
          "Shape (%d pre, %d post, %d modulator) needs at least one neuron on both sides.".formatted(pre, post, modulator));
    }
  }

  /** Number of entries along one side. */
  public int count(Dimension dimension) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> modulator;
    };
  }

  /** A new array of zeros for a symbol on this axis, {@code [from][to]}. */
  public double[][] zeros(Axis axis) {
    return new double[count(axis.from())][count(axis.to())];
  }
}
