package plastron.loihi.lava;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.neuron.Statement.Gather;
import plastron.loihi.neuron.Statement.Load;
import plastron.loihi.neuron.Statement.Write;
import plastron.loihi.run.ImageKeys;

/**
 * The neuron program of a layer as a process of Lava: it receives the spikes of the layer's
 * neurons, what arrives over the synapses with E and the spikes of those who send graded spikes,
 * and sends the post traces of three-factor rules. Single use.
 */
final class ProgramScript {

  private final ChipImage image;
  private final int index;
  private final ImageLayer layer;
  private final List<Statement> statements;
  private final ProgramLines lines;

  /** The program of the layer of this index, which has one. */
  ProgramScript(ChipImage image, int index) {
    this.image = image;
    this.index = index;
    layer = image.layers().get(index);
    statements = statements(layer);
    lines = new ProgramLines(statements, index, layer.size());
  }

  private static List<Statement> statements(ImageLayer layer) {
    return NeuronProgram.parse(ImageKeys.statements(layer)).statements();
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
    Map<String, String> registers = ProgramLines.registers(statements);
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

  String text() {
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
                String.join(", ", lines.constants)));
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
    lines.variables.forEach(v -> text.append("        ").append(v).append('\n'));
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
      text.append("    g%d_in: PyInPort = LavaPyType(PyInPort.VEC_DENSE, np.int32)\n".formatted(g));
    }
    for (int y = 1; y <= 3; y++) {
      text.append(
          "    y%d_out: PyOutPort = LavaPyType(PyOutPort.VEC_DENSE, np.int32)\n".formatted(y));
    }
    List<String> all = new ArrayList<>(state(layer));
    lines.variables.forEach(v -> all.add(v.substring("self.".length(), v.indexOf(' '))));
    all.forEach(
        v -> text.append("    %s: np.ndarray = LavaPyType(np.ndarray, np.int64)\n".formatted(v)));
    text.append("\n    def run_spk(self):\n");
    text.append("        spikes, arrived = self.s_in.recv(), self.e_in.recv()\n");
    block(text, lines.everyStep);
    text.append(
        """
                if self.time_step % INTERVAL == 0:
                    self.update(self.time_step // INTERVAL - 1)
        """);
    if (!lines.sending.isEmpty()) {
      text.append("        if (self.time_step + 1) % INTERVAL == 0:\n");
      lines.sending.forEach(line -> text.append("            ").append(line).append('\n'));
    }
    text.append(
        """
                self.y1_out.send(self.y1)
                self.y2_out.send(self.y2)
                self.y3_out.send(self.y3)

            def update(self, window):
        """);
    lines.update().forEach(line -> block(text, line));
  }

  private static void block(StringBuilder text, List<String> block) {
    block.forEach(line -> text.append("        ").append(line).append('\n'));
  }
}
