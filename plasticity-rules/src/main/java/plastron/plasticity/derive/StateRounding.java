package plastron.plasticity.derive;

import java.util.List;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;

/**
 * What a new state is held as, after its bounds: {@code step . clip(whole(value . inverse +
 * offset))}. The three are numbers like others, each on the state's axis, so that a grid may be
 * another for every synapse and at every update.
 *
 * <p>{@code whole} goes to the nearest whole number, halves to the even one. An offset of 0 so
 * rounds to the nearest multiple of the step; one drawn evenly from -0.5 to 0.5 rounds at random,
 * to either neighbour with the expected value exact; -0.5 rounds down.
 *
 * @param inverse one over the step
 * @param offset from -0.5 to 0.5
 * @param step distance of neighbours, above 0
 * @param range bounds of the whole number, {@link Bounds#NONE} for none; whatever lies beyond
 *     passes its adjoint all the same
 */
public record StateRounding(Symbol inverse, Symbol offset, Symbol step, Bounds range) {

  /** Wholes of single precision begin at this power of two. */
  private static final int FLOAT_WHOLES = 23;

  private static final int DOUBLE_WHOLES = 52;

  /** All three. */
  public List<Symbol> symbols() {
    return List.of(inverse, offset, step);
  }

  /** A form that is one of them. */
  public static Polynomial form(Symbol symbol) {
    return Polynomial.of(List.of(new Term(1, List.of(symbol))));
  }

  /**
   * A number that is so large that what is added to it is rounded to a whole number, up to a
   * quarter of it: adding it and taking it away again is {@code whole}.
   *
   * @param bytes of a number: 4 or 8
   */
  public static double wholes(int bytes) {
    return 1.5 * Math.scalb(1.0, bytes == Float.BYTES ? FLOAT_WHOLES : DOUBLE_WHOLES);
  }
}
