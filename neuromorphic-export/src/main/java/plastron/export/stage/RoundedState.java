package plastron.export.stage;

import java.util.List;
import java.util.Optional;
import plastron.plasticity.expr.FlooredProduct;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;

/**
 * A state of a rule that a chip rounds after every update, or a trace that a chip rounds after
 * every step: one of single spikes, or that of a rate that the rule reads.
 *
 * @param state of the layer's rule, or an activity or a trace of it
 * @param factor the parameter whose product with the state is on the grid; empty if it is the state
 *     itself
 * @param grid in the model's units
 * @param products whose rounding the state meets before its own; none of a trace
 */
public record RoundedState(
    Symbol state, Optional<Symbol> factor, Grid grid, List<FlooredProduct> products) {
  public RoundedState {
    products = List.copyOf(products);
  }

  /** A state whose update is exact before it is rounded, or a trace. */
  public RoundedState(Symbol state, Optional<Symbol> factor, Grid grid) {
    this(state, factor, grid, List.of());
  }
}
