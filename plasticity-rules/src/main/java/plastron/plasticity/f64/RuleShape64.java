package plastron.plasticity.f64;

import plastron.core.memory.ArrayBytes;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;

/**
 * How many neurons the sides of a layer have.
 *
 * @param pre presynaptic neurons, at least 1
 * @param post postsynaptic neurons, at least 1
 * @param modulator neurons of the modulating layer, 0 if there is none
 * @param rows what the rows of synapse-shaped arrays are counted by: PRE for {@code [pre][post]},
 *     POST for {@code [post][pre]}
 */
public record RuleShape64(int pre, int post, int modulator, Axis rows) {

  /** A shape whose synapse-shaped arrays are {@code [pre][post]}. */
  public RuleShape64(int pre, int post, int modulator) {
    this(pre, post, modulator, Axis.PRE);
  }

  public RuleShape64 {
    if (rows != Axis.PRE && rows != Axis.POST) {
      throw new IllegalArgumentException(
          "Rows (%s) must be counted by PRE or POST.".formatted(rows));
    }
    if (pre < 1 || post < 1 || modulator < 0) {
      throw new IllegalArgumentException(
          "Shape (%d pre, %d post, %d modulator) needs at least one neuron on both sides."
              .formatted(pre, post, modulator));
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

  /** Length of a row of an array on this axis, see {@link #zeros}. */
  int columns(Axis axis) {
    return axis == Axis.SYNAPSE && rows == Axis.POST ? pre : count(axis.to());
  }

  /**
   * A new array of zeros for a symbol on this axis, {@code [from][to]}; synapse-shaped ones as
   * {@link #rows} says.
   */
  public double[][] zeros(Axis axis) {
    if (axis == Axis.SYNAPSE && rows == Axis.POST) {
      return new double[post][pre];
    }
    return new double[count(axis.from())][count(axis.to())];
  }

  /** Bytes of {@link #zeros}. */
  public long bytes(Axis axis) {
    int rows = axis == Axis.SYNAPSE && this.rows == Axis.POST ? post : count(axis.from());
    return ArrayBytes.rows(rows, columns(axis), Double.BYTES);
  }
}
