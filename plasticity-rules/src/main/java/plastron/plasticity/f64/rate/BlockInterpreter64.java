package plastron.plasticity.f64.rate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rate.program.BlockProgram;
import plastron.plasticity.rate.program.Matrix;
import plastron.plasticity.rate.program.Operation;
import plastron.plasticity.rate.program.Parameter;
import plastron.plasticity.rate.program.Quantity;
import plastron.plasticity.rate.program.StateVariable;

/**
 * A rate block, step by step and number by number: the specification of what its program means, and
 * what runs it where nothing goes back. Owned by one thread. Long, because every operation is said
 * here once.
 */
public final class BlockInterpreter64 {

  private final BlockProgram program;
  private final List<Operation> operations;
  private final Map<Parameter, double[][]> parameters = new HashMap<>();

  /** What multiplies in place of a parameter. */
  private final Map<Parameter, double[][]> orthonormal = new HashMap<>();

  /** By quantity, {@code [row][column]}. */
  private final double[][][] value;

  /** A block at rest, whose parameters are 0. */
  public BlockInterpreter64(BlockProgram program) {
    this.program = program;
    operations = program.operations();
    value = new double[program.quantities().size()][][];
    for (Quantity quantity : program.quantities()) {
      value[quantity.index()] = new double[quantity.rows()][quantity.columns()];
    }
    for (Parameter parameter : program.parameters()) {
      parameters.put(parameter, new double[parameter.rows()][parameter.columns()]);
    }
  }

  /** Bytes of all arrays. */
  public static long bytes(BlockProgram program) {
    long bytes = 0;
    for (Quantity quantity : program.quantities()) {
      bytes += ArrayBytes.rows(quantity.rows(), quantity.columns(), Double.BYTES);
    }
    for (Parameter parameter : program.parameters()) {
      bytes += ArrayBytes.rows(parameter.rows(), parameter.columns(), Double.BYTES);
    }
    return bytes;
  }

  /** A parameter, {@code [row][column]}, live: to be filled before the first step. */
  public double[][] parameter(Parameter parameter) {
    return of(parameter);
  }

  /** Sets all states to 0. */
  public void reset() {
    for (double[][] rows : value) {
      for (double[] row : rows) {
        Arrays.fill(row, 0);
      }
    }
  }

  /**
   * An input, live: to be filled before a step.
   *
   * @param input its position in {@link BlockProgram#inputs()}
   */
  public double[] input(int input) {
    return row(program.inputs().get(input).quantity());
  }

  /** What the last step gave, live; 0 before the first. */
  public double[] output() {
    return row(program.output());
  }

  /** Takes a step. */
  public void step() {
    for (Operation operation : operations) {
      compute(operation);
    }
    for (StateVariable state : program.states()) {
      double[][] after = value[state.after().index()];
      double[][] before = value[state.before().index()];
      for (int r = 0; r < after.length; r++) {
        System.arraycopy(after[r], 0, before[r], 0, after[r].length);
      }
    }
  }

  private double[] row(Quantity quantity) {
    return value[quantity.index()][0];
  }

  private double[][] rows(Quantity quantity) {
    return value[quantity.index()];
  }

  private double[][] of(Parameter parameter) {
    return Objects.requireNonNull(parameters.get(parameter));
  }

  private void compute(Operation operation) {
    switch (operation) {
      case Operation.Affine o -> affine(o);
      case Operation.Map o -> {
        for (int i = 0; i < o.in().columns(); i++) {
          row(o.out())[i] = apply(o.activation(), row(o.in())[i]);
        }
      }
      case Operation.Combination o -> {
        for (int i = 0; i < o.out().columns(); i++) {
          double sum = (double) o.constant();
          for (int k = 0; k < o.terms().size(); k++) {
            sum += (double) o.factors().get(k).doubleValue() * row(o.terms().get(k))[i];
          }
          row(o.out())[i] = sum;
        }
      }
      case Operation.Product o -> {
        for (int i = 0; i < o.b().columns(); i++) {
          row(o.out())[i] = row(o.a())[o.a().columns() == 1 ? 0 : i] * row(o.b())[i];
        }
      }
      case Operation.Concatenation o -> {
        int at = 0;
        for (Quantity part : o.parts()) {
          System.arraycopy(row(part), 0, row(o.out()), at, part.columns());
          at += part.columns();
        }
      }
      case Operation.Given o ->
          System.arraycopy(of(o.parameter())[0], 0, row(o.out()), 0, o.out().columns());
      case Operation.TraceProduct o -> traceProduct(o);
      case Operation.HebbianUpdate o -> {
        for (int j = 0; j < o.out().rows(); j++) {
          for (int i = 0; i < o.out().columns(); i++) {
            double moved = at(o.gate(), j) * row(o.post())[j] * row(o.pre())[i];
            rows(o.out())[j][i] = clamp(rows(o.trace())[j][i] + moved, (double) o.clip());
          }
        }
      }
      case Operation.GatedUpdate o -> {
        for (int j = 0; j < o.out().rows(); j++) {
          for (int i = 0; i < o.out().columns(); i++) {
            double moved = at(o.gate(), j) * rows(o.eligibility())[j][i];
            rows(o.out())[j][i] = clamp(rows(o.trace())[j][i] + moved, (double) o.clip());
          }
        }
      }
      case Operation.LeakyTrace o -> {
        double rate = row(o.rate())[0];
        for (int j = 0; j < o.out().rows(); j++) {
          for (int i = 0; i < o.out().columns(); i++) {
            rows(o.out())[j][i] =
                (1 - rate) * rows(o.trace())[j][i] + rate * row(o.post())[j] * row(o.pre())[i];
          }
        }
      }
      case Operation.LeakyUnits o -> leakyUnits(o);
    }
  }

  private double at(Quantity gate, int unit) {
    return row(gate)[gate.columns() == 1 ? 0 : unit];
  }

  private static double clamp(double x, double clip) {
    return Math.min(clip, Math.max(-clip, x));
  }

  private void affine(Operation.Affine o) {
    Quantity base = o.base();
    Parameter bias = o.bias();
    for (int j = 0; j < o.out().columns(); j++) {
      double sum = 0;
      for (int i = 0; i < o.vector().columns(); i++) {
        sum += entry(o.matrix(), j, i) * row(o.vector())[i];
      }
      sum += bias == null ? 0 : of(bias)[0][j];
      row(o.out())[j] = sum + (base == null ? 0 : row(base)[j]);
    }
  }

  private double entry(Matrix matrix, int j, int i) {
    double[][] rows =
        matrix.orthonormal()
            ? orthonormal.computeIfAbsent(matrix.parameter(), p -> orthonormal(of(p)))
            : of(matrix.parameter());
    return matrix.transposed() ? rows[i][j] : rows[j][i];
  }

  /** Q of the factorisation whose R has a positive diagonal. */
  private static double[][] orthonormal(double[][] u) {
    double[][] q = new double[u.length][u[0].length];
    for (int c = 0; c < u[0].length; c++) {
      for (int i = 0; i < u.length; i++) {
        q[i][c] = u[i][c];
      }
      // Once leaves errors as large as the columns are parallel.
      for (int again = 0; again < 2; again++) {
        for (int k = 0; k < c; k++) {
          double along = 0;
          for (double[] row : q) {
            along += row[k] * row[c];
          }
          for (double[] row : q) {
            row[c] -= along * row[k];
          }
        }
      }
      double square = 0;
      for (double[] row : q) {
        square += row[c] * row[c];
      }
      for (double[] row : q) {
        row[c] /= (double) Math.sqrt(square);
      }
    }
    return q;
  }

  private void traceProduct(Operation.TraceProduct o) {
    Quantity base = o.base();
    @Nullable Parameter alpha = o.alpha();
    for (int j = 0; j < o.out().columns(); j++) {
      double sum = base == null ? 0 : row(base)[j];
      for (int i = 0; i < o.vector().columns(); i++) {
        double share = alpha == null ? 1 : of(alpha)[j][i];
        sum += share * rows(o.trace())[j][i] * row(o.vector())[i];
      }
      row(o.out())[j] = sum;
    }
  }

  private void leakyUnits(Operation.LeakyUnits o) {
    double decay = (double) o.decay();
    double[][] weights = of(o.weights());
    for (int j = 0; j < o.current().columns(); j++) {
      double sum = row(o.drive())[j];
      for (int i = 0; i < o.activity().columns(); i++) {
        sum += weights[j][i] * row(o.activity())[i];
      }
      row(o.current())[j] = sum;
      double potential = decay * row(o.potential())[j] + (1 - decay) * sum;
      row(o.potentialAfter())[j] = potential;
      row(o.activityAfter())[j] = Math.max(0, potential - (double) o.threshold());
    }
  }

  private static double apply(Activation activation, double a) {
    return switch (activation) {
      case LINEAR -> a;
      case RELU -> Math.max(0, a);
      case TANH -> (double) Math.tanh(a);
      case SIGMOID -> (double) (1 / (1 + Math.exp(-a)));
      case SRELU -> Math.min(1, Math.max(-1, a));
      case COSINE_OF_TURNS -> (double) Math.cos(2 * Math.PI * a);
      case SINE_OF_TURNS -> (double) Math.sin(2 * Math.PI * a);
    };
  }
}
