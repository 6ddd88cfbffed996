package plastron.plasticity.rate.program;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes down a block's step in the order of its equations. Single use. Every method that computes
 * gives the quantity of the result; lengths must fit. Long, because each kind of operation has its
 * check beside it.
 */
public final class ProgramBuilder {

  private final List<Port> inputs = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private final List<String> stateNames = new ArrayList<>();
  private final List<Quantity> before = new ArrayList<>();
  private final List<@Nullable Quantity> after = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final List<Quantity> quantities = new ArrayList<>();

  private Quantity quantity(int rows, int columns) {
    Quantity quantity = new Quantity(quantities.size(), rows, columns);
    quantities.add(quantity);
    return quantity;
  }

  /** A row that the outside gives. */
  public Quantity input(String name, int width) {
    require(width >= 1, "Input %s (width %d) must have at least 1 entry.".formatted(name, width));
    require(
        inputs.stream().noneMatch(i -> i.name().equals(name)),
        "Input %s must be new.".formatted(name));
    Port port = new Port(name, quantity(1, width));
    inputs.add(port);
    return port.quantity();
  }

  /** A row that goes on from step to step; {@link #next} says what becomes of it. */
  public Quantity state(String name, int width) {
    return state(name, 1, width);
  }

  /** A matrix, one row for every post unit, that goes on from step to step. */
  public Quantity state(String name, int rows, int columns) {
    require(
        rows >= 1 && columns >= 1,
        "State %s (%d x %d) must have at least 1 entry.".formatted(name, rows, columns));
    require(!stateNames.contains(name), "State %s must be new.".formatted(name));
    Quantity quantity = quantity(rows, columns);
    stateNames.add(name);
    before.add(quantity);
    after.add(null);
    return quantity;
  }

  /**
   * The value that a step leaves a state with.
   *
   * @param value the result of an operation, no other state's
   */
  public void next(Quantity state, Quantity value) {
    int s = before.indexOf(state);
    require(
        s >= 0 && after.get(s) == null,
        "State (%s) must be one without next value.".formatted(state));
    require(
        operations.stream().anyMatch(o -> o.writes().contains(value)) && !after.contains(value),
        "Next value (%s) must be the result of an operation, and of one state only."
            .formatted(value));
    require(
        value.rows() == state.rows() && value.columns() == state.columns(),
        "Next value (%s) must have the shape of its state (%s).".formatted(value, state));
    after.set(s, value);
  }

  /** A learned matrix. */
  public Parameter parameter(String name, int rows, int columns) {
    require(
        rows >= 1 && columns >= 1,
        "Parameter %s (%d x %d) must have at least 1 entry.".formatted(name, rows, columns));
    require(
        parameters.stream().noneMatch(p -> p.name().equals(name)),
        "Parameter %s must be new.".formatted(name));
    int offset = parameters.stream().mapToInt(Parameter::size).sum();
    Parameter parameter = new Parameter(name, rows, columns, offset);
    parameters.add(parameter);
    return parameter;
  }

  /** A learned row. */
  public Parameter parameter(String name, int width) {
    return parameter(name, 1, width);
  }

  /** A learned matrix that multiplies. */
  public Matrix matrix(String name, int rows, int columns) {
    return new Matrix(parameter(name, rows, columns), false, false);
  }

  /** A learned matrix whose Q multiplies. */
  public Matrix orthonormal(String name, int rows, int columns) {
    require(
        rows >= columns,
        "Orthonormal parameter %s (%d x %d) must not have more columns than rows."
            .formatted(name, rows, columns));
    return new Matrix(parameter(name, rows, columns), false, true);
  }

  /** {@code matrix vector}. */
  public Quantity affine(Matrix matrix, Quantity vector) {
    return affine(null, matrix, vector, null);
  }

  /** {@code matrix vector + bias}. */
  public Quantity affine(Matrix matrix, Quantity vector, Parameter bias) {
    return affine(null, matrix, vector, bias);
  }

  /** {@code base + matrix vector}. */
  public Quantity affine(Quantity base, Matrix matrix, Quantity vector) {
    return affine(base, matrix, vector, null);
  }

  /** {@code base + matrix vector + bias}; without base or bias where they are null. */
  public Quantity affine(
      @Nullable Quantity base, Matrix matrix, Quantity vector, @Nullable Parameter bias) {
    requireRow(vector, matrix.inputs());
    if (base != null) {
      requireRow(base, matrix.outputs());
    }
    require(
        bias == null || (bias.rows() == 1 && bias.columns() == matrix.outputs()),
        "Bias (%s) must be a row of %d.".formatted(bias, matrix.outputs()));
    Quantity out = quantity(1, matrix.outputs());
    operations.add(new Operation.Affine(out, base, matrix, vector, bias));
    return out;
  }

  /** {@code f(in)}. */
  public Quantity apply(Activation activation, Quantity in) {
    if (activation == Activation.LINEAR) {
      return in;
    }
    requireRow(in, in.columns());
    Quantity out = quantity(1, in.columns());
    operations.add(new Operation.Map(out, in, activation));
    return out;
  }

  /** {@code a + b}. */
  public Quantity sum(Quantity a, Quantity b) {
    return combination(1, a, 1, b);
  }

  /** {@code k a + l b}. */
  public Quantity combination(double k, Quantity a, double l, Quantity b) {
    return combination(List.of(k, l), List.of(a, b), 0);
  }

  /** {@code k a + constant}. */
  public Quantity shifted(double k, Quantity a, double constant) {
    return combination(List.of(k), List.of(a), constant);
  }

  private Quantity combination(List<Double> factors, List<Quantity> terms, double constant) {
    int width = terms.getFirst().columns();
    terms.forEach(term -> requireRow(term, width));
    Quantity out = quantity(1, width);
    operations.add(new Operation.Combination(out, terms, factors, constant));
    return out;
  }

  /** {@code a b}, entry by entry; {@code a} may be a single number. */
  public Quantity product(Quantity a, Quantity b) {
    requireRow(b, b.columns());
    requireRow(a, a.columns() == 1 ? 1 : b.columns());
    Quantity out = quantity(1, b.columns());
    operations.add(new Operation.Product(out, a, b));
    return out;
  }

  /** Rows one after another. */
  public Quantity concatenation(Quantity... parts) {
    int width = 0;
    for (Quantity part : parts) {
      requireRow(part, part.columns());
      width += part.columns();
    }
    Quantity out = quantity(1, width);
    operations.add(new Operation.Concatenation(out, Arrays.asList(parts)));
    return out;
  }

  /** A learned row as it is. */
  public Quantity given(Parameter parameter) {
    require(parameter.rows() == 1, "Parameter (%s) must be a row.".formatted(parameter));
    Quantity out = quantity(1, parameter.columns());
    operations.add(new Operation.Given(out, parameter));
    return out;
  }

  /** {@code base_j + sum over i of alpha_ji trace_ji vector_i}; without base or alpha if null. */
  public Quantity traceProduct(
      @Nullable Quantity base, Quantity trace, Quantity vector, @Nullable Parameter alpha) {
    requireRow(vector, trace.columns());
    if (base != null) {
      requireRow(base, trace.rows());
    }
    require(
        alpha == null || (alpha.rows() == trace.rows() && alpha.columns() == trace.columns()),
        "Alpha (%s) must have the shape of the trace (%s).".formatted(alpha, trace));
    Quantity out = quantity(1, trace.rows());
    operations.add(new Operation.TraceProduct(out, base, trace, vector, alpha));
    return out;
  }

  /** {@code clamp(trace_ji + gate_j post_j pre_i, -clip, clip)}. */
  public Quantity hebbianUpdate(
      Quantity trace, Quantity gate, Quantity post, Quantity pre, double clip) {
    requireGate(gate, trace, clip);
    requireRow(post, trace.rows());
    requireRow(pre, trace.columns());
    Quantity out = quantity(trace.rows(), trace.columns());
    operations.add(new Operation.HebbianUpdate(out, trace, gate, post, pre, clip));
    return out;
  }

  /** {@code clamp(trace_ji + gate_j eligibility_ji, -clip, clip)}. */
  public Quantity gatedUpdate(Quantity trace, Quantity gate, Quantity eligibility, double clip) {
    requireGate(gate, trace, clip);
    require(
        eligibility.rows() == trace.rows() && eligibility.columns() == trace.columns(),
        "Eligibility (%s) must have the shape of the trace (%s).".formatted(eligibility, trace));
    Quantity out = quantity(trace.rows(), trace.columns());
    operations.add(new Operation.GatedUpdate(out, trace, gate, eligibility, clip));
    return out;
  }

  /** {@code (1 - rate) trace_ji + rate post_j pre_i}. */
  public Quantity leakyTrace(Quantity trace, Quantity rate, Quantity post, Quantity pre) {
    requireRow(rate, 1);
    requireRow(post, trace.rows());
    requireRow(pre, trace.columns());
    Quantity out = quantity(trace.rows(), trace.columns());
    operations.add(new Operation.LeakyTrace(out, trace, rate, post, pre));
    return out;
  }

  /**
   * Leaky units, see {@link Operation.LeakyUnits}.
   *
   * @return the activity after the step
   */
  public Quantity leakyUnits(
      Quantity drive,
      Quantity potential,
      Quantity activity,
      Parameter weights,
      double decay,
      double threshold,
      Credit credit) {
    int units = drive.columns();
    requireRow(drive, units);
    requireRow(potential, units);
    requireRow(activity, units);
    require(
        weights.rows() == units && weights.columns() == units,
        "Weights (%s) must be %d x %d.".formatted(weights, units, units));
    Quantity current = quantity(1, units);
    Quantity potentialAfter = quantity(1, units);
    Quantity activityAfter = quantity(1, units);
    operations.add(
        new Operation.LeakyUnits(
            current,
            potentialAfter,
            activityAfter,
            drive,
            potential,
            activity,
            weights,
            decay,
            threshold,
            credit));
    next(potential, potentialAfter);
    next(activity, activityAfter);
    return activityAfter;
  }

  /**
   * The finished program.
   *
   * @param output the result of an operation
   */
  public BlockProgram build(Quantity output) {
    requireRow(output, output.columns());
    require(
        operations.stream().anyMatch(o -> o.writes().contains(output)),
        "Output (%s) must be the result of an operation.".formatted(output));
    for (Parameter parameter : parameters) {
      long uses =
          operations.stream()
              .flatMap(o -> o.parameters().stream())
              .filter(parameter::equals)
              .count();
      // Sums of gradients over steps and over operations would depend on where chunks end.
      require(
          uses == 1, "Parameter %s (%d uses) must be used once.".formatted(parameter.name(), uses));
    }
    for (Operation operation : operations) {
      for (Quantity result : operation.writes()) {
        require(
            result.rows() == 1 || after.contains(result),
            "Matrix (%s) must be a state's next value.".formatted(result));
      }
    }
    List<StateVariable> states = new ArrayList<>();
    for (int s = 0; s < before.size(); s++) {
      Quantity next = after.get(s);
      if (next == null) {
        throw new IllegalStateException("State %s has no next value.".formatted(stateNames.get(s)));
      }
      states.add(new StateVariable(stateNames.get(s), before.get(s), next));
    }
    return BlockProgram.of(inputs, output, parameters, states, operations, quantities);
  }

  private static void requireGate(Quantity gate, Quantity trace, double clip) {
    requireRow(gate, gate.columns() == 1 ? 1 : trace.rows());
    require(clip > 0, "Clip (%s) must be positive.".formatted(clip));
  }

  private static void requireRow(Quantity quantity, int width) {
    require(
        quantity.rows() == 1 && quantity.columns() == width,
        "Quantity (%s) must be a row of %d.".formatted(quantity, width));
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
