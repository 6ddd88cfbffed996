package plastron.plasticity.derive;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;

/**
 * A trace update and the effective weights of the states it led to, in one walk over rows. In
 * reverse: first what the weights give, see {@link RowReverse}; then what the update gives, whose
 * outputs' adjoints are the sums of what they were and what the weights have just given. An old
 * state receives nothing but that.
 *
 * @param update of states that have a value per synapse
 * @param weight its only output is the effective weight
 */
public record RowChain(RowPlan update, RowPlan weight) {

  /**
   * The chain of two plans. Empty where the walk cannot be one: if the update has no outputs, if
   * the weights depend on anything but parameters and those states, if an adjoint of a state is not
   * wanted, or if both give to the same value of a column.
   */
  public static Optional<RowChain> of(RowPlan update, RowPlan weight) {
    RowChain chain = new RowChain(update, weight);
    boolean fits =
        !update.outputs().isEmpty()
            && update.wanted().containsAll(chain.states())
            && weight.rule().symbols().stream()
                .filter(weight.outputs().getFirst().value()::uses)
                .allMatch(s -> s.role() == Role.PARAMETER || chain.states().contains(s))
            && Collections.disjoint(columns(update), columns(weight));
    return fits ? Optional.of(chain) : Optional.empty();
  }

  private static List<Symbol> columns(RowPlan plan) {
    return plan.reversed().stream()
        .flatMap(output -> plan.reverse(output).along().stream())
        .map(RowReverse.Part::symbol)
        .filter(symbol -> symbol.axis() != Axis.SYNAPSE)
        .toList();
  }

  /** The updated states. */
  public List<Symbol> states() {
    return update.outputs().stream().map(this::state).sorted(Comparator.naturalOrder()).toList();
  }

  /** The state that an output of the update is the next value of. */
  public Symbol state(RowPlan.Output output) {
    return update.rule().updates().get(output.index()).state();
  }

  /** The output that is the next value of a state. */
  public RowPlan.Output output(Symbol state) {
    return update.outputs().stream().filter(o -> state(o).equals(state)).findFirst().orElseThrow();
  }
}
