package plastron.plasticity.derive;

import java.util.List;
import plastron.plasticity.expr.Symbol;

/**
 * The factors of a term that change along a row of synapses.
 *
 * @param column factors on the axis of the row's entries (POST where a row is one presynaptic
 *     neuron's synapses), sorted
 * @param synapse factors on the SYNAPSE axis, sorted
 */
public record Monomial(List<Symbol> column, List<Symbol> synapse) {

  /** Whether nothing changes along the row. */
  public boolean isOne() {
    return column.isEmpty() && synapse.isEmpty();
  }
}
