package plastron.plasticity.expr;

import java.util.Arrays;
import java.util.List;
import plastron.core.check.Require;

/**
 * An expression of the rule language. Closed on purpose: no division, no comparisons, functions
 * only around a whole signal, so that what a synapse computes is a polynomial and every chip can
 * decide whether it can run it.
 */
public sealed interface Expr {

  /** The shape of the value: the union of the parts' axes. */
  Axis axis();

  /** A number. */
  record Const(double value) implements Expr {
    public Const {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("Constant (%s) must be finite.".formatted(value));
      }
    }

    @Override
    public Axis axis() {
      return Axis.GLOBAL;
    }
  }

  /** The value of a symbol. */
  record Ref(Symbol symbol) implements Expr {
    public Ref {
      Require.given("Symbol", symbol);
    }

    @Override
    public Axis axis() {
      return symbol.axis();
    }
  }

  /** The negative of a value. */
  record Neg(Expr operand) implements Expr {
    public Neg {
      Require.given("Negated value", operand);
    }

    @Override
    public Axis axis() {
      return operand.axis();
    }
  }

  /** A sum of at least one value. */
  record Sum(List<Expr> parts, Axis axis) implements Expr {
    public Sum {
      parts = Require.all("Parts of a sum", parts);
      Require.given("Axis of a sum", axis);
    }

    public Sum(List<Expr> parts) {
      this(parts, union(parts));
    }
  }

  /** A product of at least one value, entry by entry; PRE with POST gives the outer product. */
  record Product(List<Expr> parts, Axis axis) implements Expr {
    public Product {
      parts = Require.all("Parts of a product", parts);
      Require.given("Axis of a product", axis);
    }

    public Product(List<Expr> parts) {
      this(parts, union(parts));
    }
  }

  /**
   * A matrix-vector product, {@code result[to] = sum over from of matrix[from][to] vector[from]}.
   *
   * @param matrix a matrix symbol
   * @param vector a vector symbol counted by the matrix's rows
   */
  record Dot(Symbol matrix, Symbol vector, Axis axis) implements Expr {
    public Dot {
      Require.given("Matrix of a product", matrix);
      Require.given("Vector of a product", vector);
      Require.given("Axis of a product", axis);
    }

    public Dot(Symbol matrix, Symbol vector) {
      this(matrix, vector, product(matrix, vector));
    }
  }

  /**
   * A function of a value, number by number. Stands only around the whole definition of a signal.
   */
  record Apply(Function function, Expr operand) implements Expr {
    public Apply {
      Require.given("Function", function);
      Require.given("Operand of a function", operand);
    }

    @Override
    public Axis axis() {
      return operand.axis();
    }
  }

  /** A number. */
  static Expr constant(double value) {
    return new Const(value);
  }

  /** The value of a symbol. */
  static Expr ref(Symbol symbol) {
    return new Ref(symbol);
  }

  /** The negative of a value. */
  static Expr neg(Expr operand) {
    return new Neg(operand);
  }

  /** A sum of values. */
  static Expr sum(Expr... parts) {
    return new Sum(Arrays.asList(Require.given("Parts of a sum", parts)));
  }

  /** A product of values. */
  static Expr product(Expr... parts) {
    return new Product(Arrays.asList(Require.given("Parts of a product", parts)));
  }

  /** A product of symbols. */
  static Expr product(Symbol... parts) {
    List<Symbol> symbols = Arrays.asList(Require.given("Parts of a product", parts));
    return new Product(symbols.stream().map(Expr::ref).toList());
  }

  /** A matrix-vector product. */
  static Expr dot(Symbol matrix, Symbol vector) {
    return new Dot(matrix, vector);
  }

  /** A function of a value, around a whole signal. */
  static Expr apply(Function function, Expr operand) {
    return new Apply(function, operand);
  }

  private static Axis product(Symbol matrix, Symbol vector) {
    return Require.given("Matrix of a product", matrix)
        .axis()
        .dot(Require.given("Vector of a product", vector).axis());
  }

  private static Axis union(List<Expr> parts) {
    Require.all("Parts of a sum or product", parts);
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("A sum or product (empty) needs at least one part.");
    }
    Axis axis = Axis.GLOBAL;
    for (Expr part : parts) {
      axis = axis.union(part.axis());
    }
    return axis;
  }
}
