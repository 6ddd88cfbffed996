package plastron.plasticity.derive;

import java.util.List;
import plastron.plasticity.expr.Symbol;

/**
 * The factors of a term that change along a row of synapses (one presynaptic neuron, all postsynaptic ones).
 *
 * @param post factors on the POST axis, sorted
 * @param synapse factors on the SYNAPSE axis, sorted
 */
public record Monomial(List<Symbol> post, List<Symbol> synapse) {

  /** Whether nothing changes along the row. */
  public boolean isOne() {
    return post.isEmpty() && synapse.isEmpty();
  }
}
