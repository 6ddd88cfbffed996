package plastron.export.predict;

import java.util.List;
import plastron.plasticity.expr.Grid;

/** How a program makes a number from others, with every rounding on the way. */
public sealed interface Computation {

  /** What the result is held on. */
  Grid grid();

  /**
   * A sum of products.
   *
   * @param terms what is added, none for zero
   * @param grid of the sum
   */
  record Sum(List<Term> terms, Grid grid) implements Computation {
    public Sum {
      terms = List.copyOf(terms);
    }

    /** Every term that many times. */
    Sum times(double factor) {
      return new Sum(
          terms.stream()
              .map(t -> new Term(factor * t.coefficient(), t.factors(), t.grid()))
              .toList(),
          grid);
    }

    /** A sum of these terms. */
    public static Sum of(Grid grid, Term... terms) {
      return new Sum(List.of(terms), grid);
    }
  }

  /**
   * A matrix-vector product, {@code sum_j matrix[j][i] vector[j]}.
   *
   * @param matrix name of a matrix: a parameter or a synaptic state, {@code [from][to]}
   * @param vector name of a vector over its rows
   * @param grid of the sum
   */
  record Dot(String matrix, String vector, Grid grid) implements Computation {}

  /**
   * A product, {@code coefficient . (factor + offset) ...}.
   *
   * @param coefficient a number
   * @param factors what is multiplied, possibly none
   * @param grid of the product, before it is added to others; a constant has one where it makes up
   *     for what others lose on theirs
   */
  record Term(double coefficient, List<Factor> factors, Grid grid) {
    public Term {
      factors = List.copyOf(factors);
    }

    /** Whether it is a constant that makes up for what the grids of other terms lose. */
    public boolean makesUp() {
      return factors.isEmpty() && !grid.equals(Grid.EXACT);
    }

    /** An exact product of named quantities. */
    public static Term of(double coefficient, String... names) {
      return of(coefficient, Grid.EXACT, names);
    }

    /** A product of named quantities on a grid. */
    public static Term of(double coefficient, Grid grid, String... names) {
      return new Term(
          coefficient, List.of(names).stream().map(name -> new Factor(name, 0)).toList(), grid);
    }
  }

  /**
   * A quantity with a constant added.
   *
   * @param name of a rate, filter, signal, state or parameter
   * @param offset what is added to it
   */
  record Factor(String name, double offset) {}
}
