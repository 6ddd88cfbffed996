package plastron.plasticity.derive;

import java.util.List;
import plastron.plasticity.expr.Axis;

/**
 * A polynomial, arranged for walking along rows of synapses: a sum of {@code coefficient . column
 * factors . synapse factors}, where each coefficient is itself a polynomial in GLOBAL symbols and
 * those of the rows' axis, that is one number per row. Rows are counted by PRE (a row is what one
 * presynaptic neuron sends) or by POST (what one postsynaptic neuron receives: for layers with few
 * of them).
 *
 * <p>The order of floating-point operations that defines the value of entry (j, i), everything from
 * left to right: each coefficient is a sum over its terms of {@code c . f1 . f2 ...}; the value is
 * a sum over the row terms of {@code ((coefficient . (q1 . q2 ...)) . s1) . s2 ...}.
 *
 * @param terms in the order of their first appearance in the normal form
 */
public record RowForm(List<RowTerm> terms) {

  /**
   * @param coefficient a polynomial in GLOBAL symbols and those of the rows' axis
   * @param monomial what changes along the row
   */
  public record RowTerm(Polynomial coefficient, Monomial monomial) {}

  /**
   * Arranges a normal form.
   *
   * @param rows what rows are counted by, PRE or POST
   */
  public static RowForm of(Polynomial polynomial, Axis rows) {
    return new RowForm(
        polynomial.byColumnFactors(rows).entrySet().stream()
            .map(
                group -> new RowTerm(new Polynomial(List.copyOf(group.getValue())), group.getKey()))
            .toList());
  }
}
