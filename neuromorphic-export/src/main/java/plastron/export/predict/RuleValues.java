package plastron.export.predict;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import plastron.export.predict.Computation.Dot;
import plastron.export.predict.Computation.Factor;
import plastron.export.predict.Computation.Sum;
import plastron.export.predict.Computation.Term;
import plastron.export.predict.ComputedRule.SpikeUpdate;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;

/**
 * The present values of a computed rule by name, and formulas of them. Owned by one thread. Long,
 * because every kind of operand stands here, for rows and for single synapses.
 */
final class RuleValues {

  private final Map<String, double[][]> values = new HashMap<>();
  private final Map<String, Axis> axes = new HashMap<>();
  private final RandomGenerator random;
  private final Holding holding;

  RuleValues(RandomGenerator random, Holding holding) {
    this.random = random;
    this.holding = holding;
  }

  /** Names an array; whatever is written into it is the present value from then on. */
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

  /** Puts every value where its grid holds it. */
  void hold(Grid grid, double[] row) {
    Grid held = holding == Holding.BOUNDED ? grid.unrounded() : grid;
    if (holding == Holding.FREE || held.equals(Grid.EXACT)) {
      return;
    }
    for (int i = 0; i < row.length; i++) {
      row[i] = held.hold(row[i], random);
    }
  }

  double held(Grid grid, double value) {
    return switch (holding) {
      case ROUNDED -> grid.hold(value, random);
      case BOUNDED -> grid.unrounded().hold(value, random);
      case FREE -> value;
    };
  }

  /**
   * What writes the value of a formula, computed from the values at that time.
   *
   * @param out where to, in the shape of the axis; no operand of the formula
   */
  Runnable assignment(Computation formula, Axis axis, double[][] out) {
    return switch (formula) {
      case Sum sum -> sum(sum, axis, out);
      case Dot dot -> dot(dot, out[0]);
    };
  }

  private Runnable dot(Dot dot, double[] out) {
    double[][] matrix = of(dot.matrix());
    double[] vector = of(dot.vector())[0];
    return () -> {
      Arrays.fill(out, 0);
      for (int j = 0; j < matrix.length; j++) {
        for (int i = 0; i < out.length; i++) {
          out[i] += matrix[j][i] * vector[j];
        }
      }
      hold(dot.grid(), out);
    };
  }

  private Runnable sum(Sum sum, Axis axis, double[][] out) {
    List<Product> products = new ArrayList<>();
    sum.terms().forEach(term -> products.add(product(term, axis)));
    double[] product = new double[out.length == 0 ? 0 : out[0].length];
    return () -> {
      for (int j = 0; j < out.length; j++) {
        double[] total = out[j];
        Arrays.fill(total, 0);
        for (Product term : products) {
          term.write(j, product);
          hold(term.grid(), product);
          for (int i = 0; i < total.length; i++) {
            total[i] += product[i];
          }
        }
        hold(sum.grid(), total);
      }
    };
  }

  /** What a spike update does, its operands looked up. */
  final class Spikes {
    private final double[][] state;
    private final List<Product> onPre;
    private final List<Product> onPost;
    private final List<Product> atEnd;
    private final Grid grid;

    Spikes(SpikeUpdate update) {
      state = of(update.state());
      onPre = products(update.onPre());
      onPost = products(update.onPost());
      atEnd = products(update.atEnd());
      grid = update.grid();
    }

    private List<Product> products(Sum sum) {
      return sum.terms().stream().map(term -> product(term, Axis.SYNAPSE)).toList();
    }

    /**
     * A step.
     *
     * @param pre who fired before the synapses
     * @param post who fired behind them
     * @param ends whether a window ends
     */
    void step(boolean[] pre, boolean[] post, boolean ends) {
      boolean all = ends && !atEnd.isEmpty();
      for (int j = 0; j < pre.length; j++) {
        for (int i = 0; i < post.length; i++) {
          if (pre[j] || post[i] || all) {
            double sum = state[j][i];
            sum += pre[j] ? added(onPre, j, i) : 0;
            sum += post[i] ? added(onPost, j, i) : 0;
            sum += ends ? added(atEnd, j, i) : 0;
            state[j][i] = held(grid, sum);
          }
        }
      }
    }

    private double added(List<Product> products, int j, int i) {
      double sum = 0;
      for (Product product : products) {
        sum += held(product.grid(), product.at(j, i));
      }
      return sum;
    }
  }

  private Product product(Term term, Axis axis) {
    return new Product(
        term.coefficient(),
        term.factors().stream().map(factor -> operand(factor, axis)).toList(),
        term.grid());
  }

  private Operand operand(Factor factor, Axis axis) {
    double[][] value = of(factor.name());
    return switch (Objects.requireNonNull(axes.get(factor.name()))) {
      case SYNAPSE -> new Operand.Matrix(value, factor.offset());
      case POST -> new Operand.Row(value[0], factor.offset());
      case PRE ->
          axis == Axis.PRE
              ? new Operand.Row(value[0], factor.offset())
              : new Operand.Column(value[0], factor.offset());
      default -> new Operand.One(value[0], factor.offset());
    };
  }

  /** A product with its operands looked up. */
  private record Product(double coefficient, List<Operand> operands, Grid grid) {

    /** Writes one row of products. */
    void write(int row, double[] out) {
      Arrays.fill(out, coefficient);
      for (Operand operand : operands) {
        operand.multiply(row, out);
      }
    }

    double at(int row, int column) {
      double value = coefficient;
      for (Operand operand : operands) {
        value *= operand.at(row, column);
      }
      return value;
    }
  }

  /** A factor with a constant added, by which a row of results is multiplied. */
  private sealed interface Operand {

    void multiply(int row, double[] out);

    double at(int row, int column);

    /** One number for every result. */
    record Matrix(double[][] value, double offset) implements Operand {
      @Override
      public void multiply(int row, double[] out) {
        scale(out, value[row], offset);
      }

      @Override
      public double at(int row, int column) {
        return value[row][column] + offset;
      }
    }

    /** The same numbers for every row of results. */
    record Row(double[] value, double offset) implements Operand {
      @Override
      public void multiply(int row, double[] out) {
        scale(out, value, offset);
      }

      @Override
      public double at(int row, int column) {
        return value[column] + offset;
      }
    }

    /** One number for every row of results. */
    record Column(double[] value, double offset) implements Operand {
      @Override
      public void multiply(int row, double[] out) {
        scale(out, value[row] + offset);
      }

      @Override
      public double at(int row, int column) {
        return value[row] + offset;
      }
    }

    /** One number for all results. */
    record One(double[] value, double offset) implements Operand {
      @Override
      public void multiply(int row, double[] out) {
        scale(out, value[0] + offset);
      }

      @Override
      public double at(int row, int column) {
        return value[0] + offset;
      }
    }

    private static void scale(double[] out, double[] by, double offset) {
      for (int i = 0; i < out.length; i++) {
        out[i] *= by[i] + offset;
      }
    }

    private static void scale(double[] out, double by) {
      for (int i = 0; i < out.length; i++) {
        out[i] *= by;
      }
    }
  }
}
