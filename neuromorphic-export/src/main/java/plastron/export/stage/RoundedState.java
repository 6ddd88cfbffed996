package plastron.export.stage;

import java.util.Optional;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Symbol;

/**
 * A state of a rule that a chip rounds after every update, or a rate that it reads and whose trace
 * a chip rounds after every step.
 *
 * @param state of the layer's rule, or an activity of it
 * @param factor the parameter whose product with the state is on the grid; empty if it is the state
 *     itself
 * @param grid in the model's units
 */
public record RoundedState(Symbol state, Optional<Symbol> factor, Grid grid) {}
