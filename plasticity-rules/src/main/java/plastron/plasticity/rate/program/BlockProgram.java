package plastron.plasticity.rate.program;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a block computes in a step. Operations stand in an order in which each finds what it reads.
 *
 * @param inputs in order of declaration
 * @param output a row that an operation writes
 * @param parameters in order of declaration
 * @param states in order of declaration
 * @param ahead operations on inputs alone: a whole chunk of steps may be computed before its first
 *     step
 * @param recurrent operations between a state and the next one, and all that read a matrix, of
 *     whose adjoints none is kept: step by step
 * @param after operations that no state depends on: a whole chunk after its last step
 * @param quantities of inputs, states and operations, by index
 */
public record BlockProgram(
    List<Port> inputs,
    Quantity output,
    List<Parameter> parameters,
    List<StateVariable> states,
    List<Operation> ahead,
    List<Operation> recurrent,
    List<Operation> after,
    List<Quantity> quantities) {

  public BlockProgram {
    inputs = List.copyOf(inputs);
    parameters = List.copyOf(parameters);
    states = List.copyOf(states);
    ahead = List.copyOf(ahead);
    recurrent = List.copyOf(recurrent);
    after = List.copyOf(after);
    quantities = List.copyOf(quantities);
  }

  /** Sorts operations by when they can be computed. */
  static BlockProgram of(
      List<Port> inputs,
      Quantity output,
      List<Parameter> parameters,
      List<StateVariable> states,
      List<Operation> operations,
      List<Quantity> quantities) {
    Set<Quantity> late = new HashSet<>();
    states.forEach(state -> late.add(state.before()));
    for (Operation operation : operations) {
      if (operation.reads().stream().anyMatch(late::contains)) {
        late.addAll(operation.writes());
      }
    }
    Set<Quantity> needed = new HashSet<>();
    states.forEach(state -> needed.add(state.after()));
    List<Operation> ahead = new ArrayList<>();
    List<Operation> recurrent = new ArrayList<>();
    List<Operation> after = new ArrayList<>();
    for (Operation operation : operations.reversed()) {
      boolean waits = operation.writes().stream().anyMatch(late::contains);
      if (operation.writes().stream().anyMatch(needed::contains)
          || (waits && operation.reads().stream().anyMatch(v -> v.rows() > 1))) {
        needed.addAll(operation.reads());
        (waits ? recurrent : ahead).addFirst(operation);
      } else {
        (waits ? after : ahead).addFirst(operation);
      }
    }
    return new BlockProgram(
        inputs, output, parameters, states, ahead, recurrent, after, quantities);
  }

  /** All operations, in an order in which each finds what it reads. */
  public List<Operation> operations() {
    return Stream.of(ahead, recurrent, after).flatMap(List::stream).toList();
  }

  /** Number of entries of all parameters. */
  public int parameterCount() {
    return parameters.stream().mapToInt(Parameter::size).sum();
  }

  /** Number of entries of all states. */
  public int stateCount() {
    return states.stream().mapToInt(s -> s.before().rows() * s.before().columns()).sum();
  }

  /** Whether gradients are exact. */
  public boolean isExact() {
    return recurrent.stream()
        .noneMatch(
            o -> o instanceof Operation.LeakyUnits u && !(u.credit() instanceof Credit.Exact));
  }

  /** Position of an input among all. */
  public int input(String name) {
    return position(name, "Input", inputs.stream().map(Port::name).toList());
  }

  /** Position of a state among all. */
  public int state(String name) {
    return position(name, "State", states.stream().map(StateVariable::name).toList());
  }

  /** A parameter by name. */
  public Parameter parameter(String name) {
    List<String> names = parameters.stream().map(Parameter::name).toList();
    return parameters.get(position(name, "Parameter", names));
  }

  private static int position(String name, String kind, List<String> names) {
    int position = names.indexOf(name);
    if (position < 0) {
      throw new IllegalArgumentException("%s (%s) must be one of %s.".formatted(kind, name, names));
    }
    return position;
  }
}
