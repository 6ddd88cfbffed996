package plastron.tasks.robustness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SimulationMemory;
import plastron.export.npz.NpyArray;
import plastron.export.npz.NpzFile;
import plastron.tasks.circuit.CircuitFile;
import plastron.tasks.cli.BadInputException;

/** The readers of circuits and of the files that they name. */
final class CircuitReaders {

  private final Originals originals;

  private CircuitReaders(Originals originals) {
    this.originals = originals;
  }

  static List<ReaderUnderTest> all(Path project, Originals originals) {
    CircuitReaders readers = new CircuitReaders(originals);
    return List.of(readers.circuit(project), readers.synapses(), readers.synapseArrays());
  }

  private static ReaderUnderTest of(
      String name, ReaderUnderTest.Mutation mutation, ReaderUnderTest.Reading reading) {
    return new ReaderUnderTest(name, BadInputException.class, mutation, reading);
  }

  private ReaderUnderTest circuit(Path project) {
    byte[] learning = Originals.bytes(project.resolve("examples/circuits/learning.toml"));
    byte[] brunel = Originals.bytes(project.resolve("examples/circuits/brunel.toml"));
    Path file = originals.file("circuit.toml");
    return of(
        "circuit.toml",
        random -> RunReaders.text(random.nextBoolean() ? learning : brunel, random),
        content -> {
          CircuitFile read = CircuitFile.read(Files.write(file, content), OptionalLong.empty(), 1);
          assertThat(read.dtMs()).isPositive().isFinite();
          assertThat(read.circuit().connections())
              .allMatch(c -> c.delaysMs().least() >= read.dtMs());
          assertThat(SimulationMemory.bytes(read.circuit(), read.dtMs(), 1))
              .isLessThan((double) Runtime.getRuntime().maxMemory());
        });
  }

  private ReaderUnderTest synapses() {
    byte[] original =
        "pre,post,weight_mV,delay_ms\n0,1,0.5,1.5\n2,0,-1e1,2\n1,2,3.25,0.1\n"
            .getBytes(StandardCharsets.UTF_8);
    return listed(
        "synapses.csv",
        random -> RunReaders.text(original, random),
        (content, synapses) -> assertThat(synapses).isEqualTo(lines(content) - 1));
  }

  private ReaderUnderTest synapseArrays() {
    byte[] original =
        NpzFile.bytes(
            List.of(
                NpyArray.ints("pre", new int[] {0, 2, 1}, 3),
                NpyArray.ints("post", new int[] {1, 0, 2}, 3),
                NpyArray.bytes("weight_mV", new byte[] {1, 2, 3}, 3),
                NpyArray.ints("delay_ms", new int[] {1, 2, 1}, 3)));
    return listed(
        "synapses.npz",
        random -> ByteEdits.edit(original, random),
        (content, synapses) -> assertThat(synapses).isBetween(0L, 3L));
  }

  /** What a list of synapses must come to. */
  private interface SynapsesMade {
    void check(byte[] content, long synapses);
  }

  /** A file that a circuit names. */
  private ReaderUnderTest listed(
      String name, ReaderUnderTest.Mutation mutation, SynapsesMade made) {
    Path list = originals.file(name);
    Path circuit = originals.file(name + ".toml");
    String text =
        """
        dt_ms = 0.1
        [populations.N]
        model = "iaf_psc_delta"
        size = 3
        C_m_pF = 1.0
        tau_m_ms = 20.0
        t_ref_ms = 2.0
        E_L_mV = 0.0
        V_reset_mV = 0.0
        V_th_mV = 20.0
        [connections.c]
        from = "N"
        to = "N"
        pattern = { list = "%s" }
        """
            .formatted(name);
    return of(
        name,
        mutation,
        content -> {
          Files.write(list, content);
          Files.writeString(circuit, text);
          CircuitFile read = CircuitFile.read(circuit, OptionalLong.empty(), 1);
          Simulation simulation = new Simulation(read.circuit(), read.dtMs(), 1, 1);
          simulation.run(10);
          made.check(content, simulation.synapses());
        });
  }

  private static long lines(byte[] content) {
    return new String(content, StandardCharsets.UTF_8).lines().filter(l -> !l.isBlank()).count();
  }
}
