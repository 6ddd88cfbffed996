package plastron.export.predict;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import plastron.export.predict.Computation.Dot;
import plastron.export.predict.Computation.Factor;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.plasticity.expr.Axis;

/** The present values of a computed rule by name, and formulas of them. Owned by one thread. */
final class RuleValues {

  private final Map<String, double[][]> values = new HashMap<>();
  private final Map<String, Axis> axes = new HashMap<>();
  private final RandomGenerator random;
  private final Holding holding;

  RuleValues(RandomGenerator random, Holding holding) {
    this.random = random;
    this.holding = holding;
  }

  void put(String name, Axis axis, double[][] value) {
    if (axes.put(name, axis) != null) {
      throw new IllegalArgumentException("Name (%s) stands for two things.".formatted(name));
    }
    values.put(name, value);
  }

  double[][] of(String name) {
    double[][] value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Name (%s) is none of %s.".formatted(name, values.keySet()));
    }
    return value;
  }

  double held(Grid grid, double value) {
    return switch (holding) {
      case ROUNDED -> grid.hold(value, random);
      case BOUNDED -> grid.unrounded().hold(value, random);
      case FREE -> value;
    };
  }

  /** Writes the value of a formula for every entry of {@code out}, whose shape is that of axis. */
  void compute(Computation formula, Axis axis, double[][] out) {
    switch (formula) {
      case Sum sum -> sum(sum, axis, out);
      case Dot dot -> dot(dot, out[0]);
    }
  }

  private void dot(Dot dot, double[] out) {
    double[][] matrix = of(dot.matrix());
    double[] vector = of(dot.vector())[0];
    for (int i = 0; i < out.length; i++) {
      double sum = 0;
      for (int j = 0; j < matrix.length; j++) {
        sum += matrix[j][i] * vector[j];
      }
      out[i] = held(dot.grid(), sum);
    }
  }

  private void sum(Sum sum, Axis axis, double[][] out) {
    Product[] products = sum.terms().stream().map(this::product).toArray(Product[]::new);
    for (int j = 0; j < out.length; j++) {
      for (int i = 0; i < out[j].length; i++) {
        double total = 0;
        for (Product product : products) {
          total += product.at(axis == Axis.PRE ? i : j, i);
        }
        out[j][i] = held(sum.grid(), total);
      }
    }
  }

  private Product product(Term term) {
    Operand[] operands = term.factors().stream().map(this::operand).toArray(Operand[]::new);
    return new Product(term.coefficient(), operands, term.grid());
  }

  private Operand operand(Factor factor) {
    double[][] value = of(factor.name());
    Axis axis = axes.get(factor.name());
    return new Operand(
        value,
        factor.offset(),
        axis == Axis.PRE || axis == Axis.SYNAPSE,
        axis == Axis.POST || axis == Axis.SYNAPSE);
  }

  /** A product with its operands looked up. */
  private final class Product {
    private final double coefficient;
    private final Operand[] operands;
    private final Grid grid;

    Product(double coefficient, Operand[] operands, Grid grid) {
      this.coefficient = coefficient;
      this.operands = operands;
      this.grid = grid;
    }

    double at(int pre, int post) {
      double product = coefficient;
      for (Operand operand : operands) {
        product *= operand.at(pre, post);
      }
      return grid.equals(Grid.EXACT) ? product : held(grid, product);
    }
  }

  /** RuleValues of a factor: which of the two indices count depends on its axis. */
  private record Operand(double[][] value, double offset, boolean byPre, boolean byPost) {
    double at(int pre, int post) {
      double[] row = value[byPre && byPost ? pre : 0];
      return row[byPost ? post : byPre ? pre : 0] + offset;
    }
  }
}
