package plastron.plasticity.f64;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import plastron.core.memory.ArrayBytes;
import plastron.core.network.SynapseRows;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Dimension;
import plastron.plasticity.expr.Symbol;

/**
 * How many neurons the sides of a projection have, and which of them are joined.
 *
 * @param pre presynaptic neurons, at least 1
 * @param post postsynaptic neurons, at least 1
 * @param modulators neurons of the modulating population by name of each symbol that is counted by
 *     them, see {@link plastron.plasticity.derive.RuleDerivation#modulators}; {@link #ALL} for all
 *     others
 * @param rows what the rows of synapse-shaped arrays are counted by: PRE for {@code [pre][post]},
 *     POST for {@code [post][pre]}
 * @param synapses which synapses there are, of arrays with rows by PRE: a row then has one number
 *     for each synapse of its neuron; empty if there are all
 */
public record RuleShape64(
    int pre, int post, Map<String, Integer> modulators, Axis rows, Optional<SynapseRows> synapses) {

  /** In place of the name of a symbol: all that are not named. */
  public static final String ALL = "*";

  /** A shape whose synapse-shaped arrays are {@code [pre][post]}, of a single modulator. */
  public RuleShape64(int pre, int post, int modulator) {
    this(pre, post, Map.of(ALL, modulator), Axis.PRE);
  }

  /** A shape with all synapses. */
  public RuleShape64(int pre, int post, Map<String, Integer> modulators, Axis rows) {
    this(pre, post, modulators, rows, Optional.empty());
  }

  public RuleShape64 {
    if (rows != Axis.PRE && rows != Axis.POST) {
      throw new IllegalArgumentException(
          "Rows (%s) must be counted by PRE or POST.".formatted(rows));
    }
    modulators = Map.copyOf(modulators);
    if (pre < 1 || post < 1 || modulators.values().stream().anyMatch(n -> n < 0)) {
      throw new IllegalArgumentException(
          "Shape (%d pre, %d post, modulators %s) needs at least one neuron on both sides."
              .formatted(pre, post, modulators));
    }
    if (synapses.isPresent()
        && (rows != Axis.PRE || synapses.get().pre() != pre || synapses.get().post() != post)) {
      throw new IllegalArgumentException(
          "Sparse synapses (%s, rows by %s) must be from %d to %d neurons with rows by PRE."
              .formatted(synapses.get(), rows, pre, post));
    }
  }

  /** Number of entries of a symbol along one side. */
  public int count(Symbol symbol, Dimension dimension) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR -> modulators.getOrDefault(symbol.name(), modulators.getOrDefault(ALL, 0));
    };
  }

  /**
   * Length of a row of an array on this axis, see {@link #zeros(Axis)}; of sparse synapses as if
   * all were there.
   */
  int columns(Axis axis) {
    return axis == Axis.SYNAPSE && rows == Axis.POST ? pre : count(axis.to());
  }

  private int count(Dimension dimension) {
    return switch (dimension) {
      case ONE -> 1;
      case PRE -> pre;
      case POST -> post;
      case MODULATOR ->
          throw new IllegalArgumentException(
              "Dimension (MODULATOR) must be that of a symbol: modulators differ.");
    };
  }

  /**
   * A new array of zeros on this axis, {@code [from][to]}; synapse-shaped ones as {@link #rows}
   * says.
   *
   * @throws IllegalArgumentException if it is counted by modulators
   */
  public double[][] zeros(Axis axis) {
    if (axis == Axis.SYNAPSE && synapses.isPresent()) {
      SynapseRows lists = synapses.get();
      double[][] zeros = new double[pre][];
      Arrays.setAll(zeros, j -> new double[lists.degree(j)]);
      return zeros;
    }
    if (axis == Axis.SYNAPSE && rows == Axis.POST) {
      return new double[post][pre];
    }
    return new double[count(axis.from())][count(axis.to())];
  }

  /** A new array of zeros for a symbol, see {@link #zeros(Axis)}. */
  public double[][] zeros(Symbol symbol) {
    Axis axis = symbol.axis();
    return axis == Axis.SYNAPSE
        ? zeros(axis)
        : new double[count(symbol, axis.from())][count(symbol, axis.to())];
  }

  /** Bytes of {@link #zeros(Axis)}. */
  public long bytes(Axis axis) {
    if (axis == Axis.SYNAPSE && synapses.isPresent()) {
      return synapses.get().bytes(Double.BYTES);
    }
    int rows = axis == Axis.SYNAPSE && this.rows == Axis.POST ? post : count(axis.from());
    return ArrayBytes.rows(rows, columns(axis), Double.BYTES);
  }

  /** Bytes of {@link #zeros(Symbol)}. */
  public long bytes(Symbol symbol) {
    Axis axis = symbol.axis();
    return axis == Axis.SYNAPSE
        ? bytes(axis)
        : ArrayBytes.rows(count(symbol, axis.from()), count(symbol, axis.to()), Double.BYTES);
  }
}
