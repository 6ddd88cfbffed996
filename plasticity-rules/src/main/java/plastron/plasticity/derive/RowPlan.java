package plastron.plasticity.derive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;

/**
 * What one pass over rows computes. Forwards: values of one shape. In reverse: what their adjoints
 * give to the wanted symbols; row by row, first output by output what varies along the row, then
 * output by output what does not, see {@link RowReverse}. Vectors are a single row.
 *
 * @param rule whose symbols the arrays belong to
 * @param rows what rows are counted by, see {@link #rows(Axis, Axis)}
 * @param outputs what is computed, all on the same axis
 * @param wanted symbols whose adjoints the reverse adds to
 */
public record RowPlan(RuleDerivation rule, Axis rows, List<Output> outputs, Set<Symbol> wanted) {

  /**
   * One of the values.
   *
   * @param index which of the output arrays takes it
   * @param value before clipping
   * @param bounds what it is clipped to, see {@link Bounds#clip}. In reverse an adjoint passes
   *     where the value before clipping lies within them and is 0 elsewhere.
   * @param rounding how the clipped value is rounded, if it is; in reverse as if it were not
   */
  public record Output(
      int index, Polynomial value, Bounds bounds, Optional<StateRounding> rounding) {
    /** A value that is not rounded. */
    public Output(int index, Polynomial value, Bounds bounds) {
      this(index, value, bounds, Optional.empty());
    }

    /** Whether a symbol is read forwards. */
    public boolean reads(Symbol symbol) {
      return value.uses(symbol) || rounding.stream().anyMatch(r -> r.symbols().contains(symbol));
    }
  }

  public RowPlan {
    outputs = List.copyOf(outputs);
    wanted = Set.copyOf(wanted);
  }

  /**
   * What rows are counted by when values on an axis are computed: a vector is a row of entries on
   * its own axis.
   *
   * @param synapses what the rows of synapse-shaped arrays are counted by, PRE or POST
   */
  public static Axis rows(Axis axis, Axis synapses) {
    if (axis == Axis.SYNAPSE) {
      return synapses;
    }
    return axis == Axis.PRE ? Axis.POST : Axis.PRE;
  }

  /** The value of an output, arranged for walking along rows. */
  public RowForm form(Output output) {
    return RowForm.of(output.value(), rows);
  }

  /** The outputs that wanted symbols go into: those that have a reverse. */
  public List<Output> reversed() {
    return outputs.stream().filter(o -> wanted.stream().anyMatch(o.value()::uses)).toList();
  }

  /** The reverse of an output. */
  public RowReverse reverse(Output output) {
    return RowReverse.of(output.value(), wanted, rows);
  }
}
