package plastron.plasticity.f64;

import java.util.List;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Symbol;

/**
 * The numbers of one trace update: a value for every symbol and a next value for every state.
 * Arrays are {@code [from][to]}, see {@link plastron.plasticity.expr.Axis}; synapse-shaped ones
 * have the rows that the {@link RuleShape64} says. Owned by one thread; callers may swap arrays in
 * and out.
 */
public final class RuleFrame64 {

  /** By symbol, in the order of {@link RuleDerivation#symbols()}. */
  public final double[][][] value;

  /** By update, in the order of {@link RuleDerivation#updates()}. */
  public final double[][][] next;

  private final List<Symbol> symbols;

  /** Where the states of the updates are in {@link #value}. */
  private final int[] state;

  /** A frame of zeros. */
  public RuleFrame64(RuleDerivation rule, RuleShape64 shape) {
    symbols = rule.symbols();
    value = new double[symbols.size()][][];
    for (int s = 0; s < value.length; s++) {
      value[s] = shape.zeros(symbols.get(s));
    }
    state = rule.updates().stream().mapToInt(u -> rule.index(u.state())).toArray();
    next = new double[rule.updates().size()][][];
    for (int u = 0; u < next.length; u++) {
      next[u] = shape.zeros(rule.updates().get(u).state());
    }
  }

  /** Bytes of a frame. */
  public static long bytes(RuleDerivation rule, RuleShape64 shape) {
    return rule.symbols().stream().mapToLong(symbol -> shape.bytes(symbol)).sum()
        + nextBytes(rule, shape);
  }

  /** Bytes of {@link #next}. */
  public static long nextBytes(RuleDerivation rule, RuleShape64 shape) {
    return rule.updates().stream().mapToLong(u -> shape.bytes(u.state())).sum();
  }

  /** All states take their next values at once; the arrays change places. */
  public void advance() {
    for (int u = 0; u < state.length; u++) {
      double[][] old = value[state[u]];
      value[state[u]] = next[u];
      next[u] = old;
    }
  }

  /** By symbol, the values with the next ones in place of the states; the arrays are shared. */
  double[][][] valueAfter() {
    double[][][] after = value.clone();
    for (int u = 0; u < state.length; u++) {
      after[state[u]] = next[u];
    }
    return after;
  }

  /**
   * The array of a symbol; throws {@link IllegalArgumentException} if the rule has none of this
   * name.
   */
  public double[][] of(String name) {
    for (int s = 0; s < value.length; s++) {
      if (symbols.get(s).name().equals(name)) {
        return value[s];
      }
    }
    throw new IllegalArgumentException("Symbol (%s) is not one of %s.".formatted(name, symbols));
  }
}
