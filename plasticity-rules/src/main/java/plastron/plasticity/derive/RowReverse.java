package plastron.plasticity.derive;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Symbol;

/**
 * The reverse of a polynomial, arranged for walking along rows: what every wanted symbol's adjoint
 * receives from the adjoint g of one row.
 *
 * <p>The order of floating-point operations: an adjoint that varies along the row receives, entry
 * by entry and term by term of its derivative, the term's value as in {@link RowForm} times g. An
 * adjoint with one entry per row receives one sum over the terms of {@code coefficient .
 * reduction}; the reduction is the sum of products of g and the row of the term's monomial, in
 * sixteen partial sums: column i goes to partial sum i mod 16, then partial sum i + 8 is added to
 * i, then i + 4, i + 2, i + 1. An adjoint with one entry per layer receives, once for all rows, the
 * sum of what it would receive if it varied along the row, in sixteen partial sums that walk over
 * the rows, in each over sixteen columns at a time, and in those over the terms.
 *
 * @param along derivatives by symbols that vary along the row
 * @param across derivatives by symbols with one value per row
 * @param overall derivatives by symbols with one value per layer
 * @param reductions the distinct monomials of {@code across}
 */
public record RowReverse(
    List<Part> along, List<Part> across, List<Part> overall, List<Monomial> reductions) {

  /** A symbol and the derivative by it. */
  public record Part(Symbol symbol, RowForm derivative) {}

  /**
   * Derives the reverse of a polynomial.
   *
   * @param symbols whose adjoints are wanted
   * @param rows what rows are counted by, PRE or POST
   */
  public static RowReverse of(Polynomial polynomial, Collection<Symbol> symbols, Axis rows) {
    List<Part> along = new ArrayList<>();
    List<Part> across = new ArrayList<>();
    List<Part> overall = new ArrayList<>();
    for (Symbol symbol : symbols.stream().filter(polynomial::uses).sorted().toList()) {
      List<Part> parts =
          symbol.axis() == Axis.GLOBAL ? overall : symbol.axis() == rows ? across : along;
      parts.add(new Part(symbol, RowForm.of(polynomial.derivative(symbol), rows)));
    }
    List<Monomial> reductions =
        across.stream()
            .flatMap(part -> part.derivative().terms().stream())
            .map(RowForm.RowTerm::monomial)
            .distinct()
            .toList();
    return new RowReverse(
        List.copyOf(along), List.copyOf(across), List.copyOf(overall), reductions);
  }
}
