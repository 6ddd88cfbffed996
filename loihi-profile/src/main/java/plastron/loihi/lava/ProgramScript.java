package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.neuron.Statement.Compute;
import plastron.loihi.neuron.Statement.Filter;
import plastron.loihi.neuron.Statement.Fraction;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Host;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Rate;
import plastron.loihi.neuron.Statement.Write;
import plastron.loihi.run.ImageKeys;

/**
 * The neuron program of a layer as a process of Lava: it receives the spikes of the layer's neurons,
 * what arrives over the synapses with E and the spikes of those who send graded spikes, and sends
 * the post traces of three-factor rules. Single use.
 */
final class ProgramScript {

  private final ChipImage image;
  private final int index;
  private final ImageLayer layer;
  private final List<Statement> statements;
  private final Map<String, String> registers;
  private final List<String> variables = new ArrayList<>();
  private final List<String> constants = new ArrayList<>();
  private final List<String> everyStep = new ArrayList<>();
  private final List<String> hosts = new ArrayList<>();
  private final List<String> arriving = new ArrayList<>();
  private final List<String> computing = new ArrayList<>();
  private final List<String> writing = new ArrayList<>();
  private final List<String> keeping = new ArrayList<>();
  private final List<String> sending = new ArrayList<>();
  private int gathered;

  /** The program of the layer of this index, which has one. */
  ProgramScript(ChipImage image, int index) {
    this.image = image;
    this.index = index;
    layer = image.layers().get(index);
    statements = statements(layer);
    registers = registers(statements);
  }

  private static List<Statement> statements(ImageLayer layer) {
    return NeuronProgram.parse(ImageKeys.statements(layer)).statements();
  }

  /** Registers by index, since any text may name a symbol of a rule. */
  private static Map<String, String> registers(List<Statement> statements) {
    Map<String, String> registers = new HashMap<>();
    for (Statement statement : statements) {
      if (!(statement instanceof Write)) {
        registers.putIfAbsent(statement.target(), "r" + registers.size());
      }
    }
    return registers;
  }

  /** The statements that take graded spikes, in order: each has a port of its own. */
  static List<Gather> gathers(ImageLayer layer) {
    return statements(layer).stream()
        .filter(Gather.class::isInstance)
        .map(Gather.class::cast)
        .toList();
  }

  /** Variables of the process that are zero at the start of a trial. */
  static List<String> state(ImageLayer layer) {
    List<Statement> statements = statements(layer);
    Map<String, String> registers = registers(statements);
    List<String> state = new ArrayList<>();
    for (Statement statement : statements) {
      if (!(statement instanceof Write) && !(statement instanceof Load)) {
        state.add(registers.get(statement.target()));
      }
    }
    for (int g = 0; g < gathers(layer).size(); g++) {
      state.add("sent" + g);
      state.add("sum" + g);
    }
    if (!statements.isEmpty()) {
      state.addAll(List.of("y1", "y2", "y3"));
    }
    return state;
  }

  private String register(String name) {
    return "self." + Objects.requireNonNull(registers.get(name), name);
  }

  private String register(Statement statement) {
    return register(statement.target());
  }

  String text() {
    for (Statement statement : statements) {
      add(statement);
    }
    List<Gather> gathers = gathers(layer);
    StringBuilder text = new StringBuilder();
    process(text, gathers);
    model(text, gathers);
    return text.toString();
  }

  private void process(StringBuilder text, List<Gather> gathers) {
    text.append("\n\nclass Program%d(AbstractProcess):\n".formatted(index));
    text.append(
        """
            \"""What the neurons of layer %s compute beside their membranes.

            Needs vendor extension: on a chip this is part of a microcode neuron model, which only
            members of Intel's research community can build. The statements, in registers of 16 bits:

        %s
            \"""

            def __init__(self, *, network, given, trial):
                super().__init__(%s)
        """
            .formatted(
                Script.comment(layer.name()),
                statements.stream()
                    .map(s -> "        " + Script.comment(s.toString()))
                    .collect(Collectors.joining("\n")),
                String.join(", ", constants)));
    port(text, "s_in", "InPort", layer.size());
    port(text, "e_in", "InPort", layer.size());
    for (int g = 0; g < gathers.size(); g++) {
      port(text, "g%d_in".formatted(g), "InPort", senders(gathers.get(g)));
    }
    for (int y = 1; y <= 3; y++) {
      port(text, "y%d_out".formatted(y), "OutPort", layer.size());
    }
    for (String name : state(layer)) {
      int size = name.startsWith("sent") ? senders(gathers.get(at(name))) : layer.size();
      text.append("        self.%s = Var(shape=(%d,), init=0)\n".formatted(name, size));
    }
    variables.forEach(v -> text.append("        ").append(v).append('\n'));
  }

  private static int at(String sent) {
    return Integer.parseInt(sent.substring("sent".length()));
  }

  private int senders(Gather gather) {
    return image.sizes().get(gather.population());
  }

  private static void port(StringBuilder text, String name, String kind, int size) {
    text.append("        self.%s = %s(shape=(%d,))\n".formatted(name, kind, size));
  }

  private void model(StringBuilder text, List<Gather> gathers) {
    text.append(
        """


        @implements(proc=Program%d, protocol=LoihiProtocol)
        @requires(CPU)
        @tag("fixed_pt")
        class PyProgram%d(PyLoihiProcessModel):
            s_in: PyInPort = LavaPyType(PyInPort.VEC_DENSE, np.int32)
            e_in: PyInPort = LavaPyType(PyInPort.VEC_DENSE, np.int32)
        """
            .formatted(index, index));
    for (int g = 0; g < gathers.size(); g++) {
      text.append(
          "    g%d_in: PyInPort = LavaPyType(PyInPort.VEC_DENSE, np.int32)\n".formatted(g));
    }
    for (int y = 1; y <= 3; y++) {
      text.append(
          "    y%d_out: PyOutPort = LavaPyType(PyOutPort.VEC_DENSE, np.int32)\n".formatted(y));
    }
    List<String> all = new ArrayList<>(state(layer));
    variables.forEach(v -> all.add(v.substring("self.".length(), v.indexOf(' '))));
    all.forEach(
        v ->
            text.append("    %s: np.ndarray = LavaPyType(np.ndarray, np.int64)\n".formatted(v)));
    text.append("\n    def run_spk(self):\n");
    text.append("        spikes, arrived = self.s_in.recv(), self.e_in.recv()\n");
    block(text, everyStep);
    text.append(
        """
                if self.time_step % INTERVAL == 0:
                    self.update(self.time_step // INTERVAL - 1)
        """);
    if (!sending.isEmpty()) {
      text.append("        if (self.time_step + 1) % INTERVAL == 0:\n");
      sending.forEach(line -> text.append("            ").append(line).append('\n'));
    }
    text.append(
        """
                self.y1_out.send(self.y1)
                self.y2_out.send(self.y2)
                self.y3_out.send(self.y3)

            def update(self, window):
        """);
    List.of(hosts, arriving, computing, writing, keeping).forEach(lines -> block(text, lines));
  }

  private static void block(StringBuilder text, List<String> lines) {
    lines.forEach(line -> text.append("        ").append(line).append('\n'));
  }

  private void add(Statement statement) {
    switch (statement) {
      case Rate rate ->
          everyStep.add(
              "%s = follow(%s, %d, %d, spikes)"
                  .formatted(register(rate), register(rate), rate.decay(), rate.impulse()));
      case Load load ->
          variables.add(
              "%s = Var(shape=(%d,), init=network[\"%s\"][:, 0])"
                  .formatted(register(load), layer.size(), Names.array(index, load.array())));
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
    computing.add("total = np.zeros(%d, dtype=np.int64)".formatted(layer.size()));
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
