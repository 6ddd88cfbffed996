package plastron.export.fixedpoint;

import java.util.Optional;
import plastron.plasticity.derive.Polynomial;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;

/**
 * Real numbers for which a scale is chosen and which are not rounded yet.
 *
 * @param name what it is to the chip, such as {@code w_static}; unique in its layer
 * @param values {@code [from][to]}; not copied: treat as read-only
 * @param scale how integers will stand for them
 * @param rounding how they will be rounded
 * @param parameter the parameter of the layer's rule whose values these are and nothing else, if
 *     they are those of one
 */
public record ScaledArray(
    String name, double[][] values, Scale scale, Rounding rounding, Optional<Symbol> parameter) {

  /** Numbers that are nobody's parameter alone. */
  public ScaledArray(String name, double[][] values, Scale scale, Rounding rounding) {
    this(name, values, scale, rounding, Optional.empty());
  }

  /** The same numbers as values of a rule's parameter. */
  public ScaledArray of(Symbol source) {
    return new ScaledArray(name, values, scale, rounding, Optional.of(source));
  }

  /** The same numbers as values of what a rule computes them from, if that is one parameter. */
  public ScaledArray of(Polynomial source) {
    return new ScaledArray(name, values, scale, rounding, source.asSymbol());
  }

  /** What becomes of any number in the place of these. */
  public Grid grid() {
    return new Grid(
        scale.step(),
        scale.real(scale.min()),
        scale.real(scale.max()),
        switch (rounding) {
          case FLOOR -> Grid.Rounding.DOWN;
          case NEAREST -> Grid.Rounding.NEAREST;
          case NEAREST_EVEN -> Grid.Rounding.NEAREST_EVEN;
        });
  }

  /** A single number. */
  public static ScaledArray scalar(String name, double value, Scale scale, Rounding rounding) {
    return new ScaledArray(name, new double[][] {{value}}, scale, rounding);
  }

  /** A vector, as one row. */
  public static ScaledArray row(String name, double[] values, Scale scale, Rounding rounding) {
    return new ScaledArray(name, new double[][] {values.clone()}, scale, rounding);
  }

  /** Rounds; what that loses is in the result. */
  public QuantizedArray quantize() {
    int[][] integers = new int[values.length][];
    for (int j = 0; j < values.length; j++) {
      integers[j] = new int[values[j].length];
      for (int i = 0; i < values[j].length; i++) {
        integers[j][i] = Math.toIntExact(scale.integer(values[j][i], rounding));
      }
    }
    return new QuantizedArray(
        name, integers, scale, QuantizationError.measure(values, integers, scale, rounding));
  }
}
