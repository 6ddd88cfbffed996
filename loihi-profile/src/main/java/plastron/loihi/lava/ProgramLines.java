package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import plastron.loihi.neuron.Statement;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Host;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Trail;
import plastron.loihi.neuron.Statement.Write;

/**
 * The statements of a neuron program as lines of Python, by the place where they stand. Single use.
 */
final class ProgramLines {

  /** Of the process: parameters of neurons. */
  final List<String> variables = new ArrayList<>();

  /** Of the process: what its model looks up. */
  final List<String> constants = new ArrayList<>();

  /** Of the model, in every step. */
  final List<String> everyStep = new ArrayList<>();

  /** Of the model, one step before an update, after everything else. */
  final List<String> sending = new ArrayList<>();

  private final List<String> hosts = new ArrayList<>();
  private final List<String> arriving = new ArrayList<>();
  private final List<String> computing = new ArrayList<>();
  private final List<String> writing = new ArrayList<>();
  private final List<String> keeping = new ArrayList<>();
  private final Map<String, String> registers;
  private final int index;
  private final int neurons;
  private int gathered;

  /**
   * The lines of a program.
   *
   * @param index of its layer
   * @param neurons of its layer
   */
  ProgramLines(List<Statement> statements, int index, int neurons) {
    this.index = index;
    this.neurons = neurons;
    registers = registers(statements);
    statements.forEach(this::add);
  }

  /** Registers by index, since any text may name a symbol of a rule. */
  static Map<String, String> registers(List<Statement> statements) {
    Map<String, String> registers = new HashMap<>();
    for (Statement statement : statements) {
      if (!(statement instanceof Write)) {
        registers.putIfAbsent(statement.target(), "r" + registers.size());
      }
    }
    return registers;
  }

  /** Of the model, at an update, in this order. */
  List<List<String>> update() {
    return List.of(hosts, arriving, computing, writing, keeping);
  }

  private String register(String name) {
    return "self." + Objects.requireNonNull(registers.get(name), name);
  }

  private String register(Statement statement) {
    return register(statement.target());
  }

  private void add(Statement statement) {
    switch (statement) {
      case Rate rate ->
          everyStep.add(
              "%s = follow(%s, %d, %d, spikes)"
                  .formatted(register(rate), register(rate), rate.decay(), rate.impulse()));
      case Trail trail -> {
        everyStep.add(
            "%s = follow(%s, %d, %d, spikes)"
                .formatted(register(trail), register(trail), trail.decay(), trail.impulse()));
        everyStep.add(
            "self.%s = trace(shift(%s, %d))"
                .formatted(trail.trace().symbol(), register(trail), Trail.FRACTION_BITS));
      }
      case Load load ->
          variables.add(
              "%s = Var(shape=(%d,), init=network[\"%s\"][:, 0])"
                  .formatted(register(load), neurons, Names.array(index, load.array())));
      case Host host -> {
        String given = "host" + hosts.size();
        constants.add(
            "%s=given[\"trial%%d.%s.%s\" %% trial]".formatted(given, Names.program(index), given));
        hosts.add(
            "%s = self.proc_params[\"%s\"][window].astype(np.int64)"
                .formatted(register(host), given));
      }
      case Gather gather -> gather(gather);
      case Filter filter ->
          everyStep.add(
              "%s = limit(plus(times(%s, %d), shift(arrived.astype(np.int64) * %d, %d)))"
                  .formatted(
                      register(filter),
                      register(filter),
                      filter.decay(),
                      filter.gain(),
                      filter.shift()));
      case Compute compute -> compute(compute);
      case Write write -> write(write);
    }
  }

  private void gather(Gather gather) {
    String sent = "self.sent" + gathered;
    String sum = "self.sum" + gathered;
    String matrix = "matrix" + gathered;
    constants.add("%s=network[\"%s\"]".formatted(matrix, Names.array(index, gather.matrix())));
    everyStep.add(
        "%s = follow(%s, %d, %d, self.g%d_in.recv())"
            .formatted(sent, sent, gather.decay(), gather.impulse(), gathered));
    sending.add(
        "%s = self.proc_params[\"%s\"].astype(np.int64) @ (%s >> %d)"
            .formatted(sum, matrix, sent, gather.payload()));
    arriving.add(
        "%s = limit(shift(%s * %d, %d))"
            .formatted(register(gather), sum, gather.gain(), gather.shift()));
    gathered++;
  }

  private void compute(Compute compute) {
    computing.add("total = np.zeros(%d, dtype=np.int64)".formatted(neurons));
    for (Fraction term : compute.terms()) {
      String value = Integer.toString(term.mantissa());
      for (String factor : term.registers()) {
        value = "times(%s, %s)".formatted(value, register(factor));
      }
      computing.add("total = plus(total, shift(%s, %d))".formatted(value, -term.exponent()));
    }
    if (compute.kept()) {
      String next = "next" + keeping.size();
      computing.add("%s = limit(total)".formatted(next));
      keeping.add("%s = %s".formatted(register(compute), next));
    } else {
      computing.add("%s = limit(total)".formatted(register(compute)));
    }
  }

  private void write(Write write) {
    writing.add(
        "factor = shift(%s * %d, %d)"
            .formatted(register(write.register()), write.gain(), write.shift()));
    writing.add("self.%s = trace(factor)".formatted(write.trace().symbol()));
    if (write.negative()) {
      writing.add("self.y3 = trace(-factor)");
    }
  }
}
