package plastron.tasks.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.PlastronCommand;

/** However a simulation with checkpoints is interrupted, its records end up the same. */
@Timeout(120)
class InterruptedSimulationTest {

  private static final String CIRCUIT = "../examples/circuits/learning.toml";

  @TempDir private static Path folder;

  private static Path undisturbed;

  @BeforeAll
  static void simulateUndisturbed() {
    undisturbed = folder.resolve("undisturbed");
    CommandRun run = CommandRun.of(arguments(undisturbed, "csv"));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  private static String[] arguments(Path out, String format, String... more) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "simulate",
                CIRCUIT,
                "--duration",
                "12s",
                "--record",
                "spikes,rates,weights",
                "--weights-every",
                "3s",
                "--format",
                format,
                "--out",
                out.toString()));
    all.addAll(List.of(more));
    return all.toArray(String[]::new);
  }

  @Test
  void aKilledSimulationGoesOnToTheSame() throws Exception {
    Path run = folder.resolve("killed");
    Process process = process(arguments(run, "csv", "--checkpoint-every", "300ms"));
    awaitSpikes(run, process);
    process.destroyForcibly().waitFor();
    assertThat(run.resolve("summary.json")).doesNotExist();
    // As a kill in the middle of a write would leave it.
    Path spikes = run.resolve("spikes-input.csv");
    Files.writeString(spikes, Files.readString(spikes) + "99.9,");
    CommandRun resumed = CommandRun.of("simulate", "--resume", run.toString());
    assertThat(resumed.err()).isEmpty();
    assertThat(resumed.out()).contains("100 synapses, 12 s of the network");
    assertSame(run);
    assertThat(CommandRun.of("simulate", "--resume", run.toString()).out())
        .startsWith("Done before");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aStoppedSimulationSaysHowToGoOn() throws Exception {
    Path run = folder.resolve("stopped");
    Process process = process(arguments(run, "csv", "--checkpoint-every", "1h"));
    awaitSpikes(run, process);
    assertThat(CommandRun.of("simulate", "--resume", run.toString()).err())
        .contains("is run by another process");
    // Process.destroy would close the stream of what it says.
    process.toHandle().destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(said(process))
        .contains("Stopped at ")
        .contains("Go on with: plastron simulate --resume " + run);
    assertThat(CommandRun.of(arguments(run, "csv")).err()).contains("Maybe go on with it: ");
    assertThat(CommandRun.of("simulate", "--resume", run.toString()).exitCode()).isZero();
    assertSame(run);
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void withoutCheckpointsNothingStays() throws Exception {
    Path parent = Files.createDirectory(folder.resolve("parent"));
    Process process =
        process("simulate", CIRCUIT, "--duration", "1h", "--out", parent.resolve("run").toString());
    while (process.isAlive() && isEmpty(parent)) {
      Thread.sleep(5);
    }
    // Process.destroy would close the stream of what it says.
    process.toHandle().destroy();
    assertThat(process.waitFor()).isEqualTo(143);
    assertThat(said(process)).contains("nothing is kept");
    assertThat(isEmpty(parent)).isTrue();
  }

  @Test
  void aCircuitThatWasEditedIsRefused() throws IOException {
    Path circuit = Files.copy(Path.of(CIRCUIT), folder.resolve("edited.toml"));
    Path run = folder.resolve("edited");
    assertThat(
            CommandRun.of(
                    "simulate",
                    circuit.toString(),
                    "--duration",
                    "100ms",
                    "--out",
                    run.toString(),
                    "--checkpoint-every",
                    "50ms")
                .exitCode())
        .isZero();
    assertThat(run.resolve("checkpoint.bin")).doesNotExist();
    Files.delete(run.resolve("summary.json"));
    SimulationPlan plan = new SimulationFolder(run).options().plan();
    new SimulationFolder(run).checkpoint(plan).write(state -> {});
    Files.writeString(circuit, Files.readString(circuit) + "# edited\n");
    CommandRun resumed = CommandRun.of("simulate", "--resume", run.toString());
    assertThat(resumed.exitCode()).isEqualTo(2);
    assertThat(resumed.err()).contains("is of another circuit or other settings.");
    byte[] checkpoint = Files.readAllBytes(run.resolve("checkpoint.bin"));
    checkpoint[3] ^= 1;
    Files.write(run.resolve("checkpoint.bin"), checkpoint);
    assertThat(CommandRun.of("simulate", "--resume", run.toString()).err()).contains("is damaged");
  }

  private static void assertSame(Path run) throws IOException {
    for (String file :
        List.of(
            "spikes-input.csv",
            "spikes-neuron.csv",
            "rates.csv",
            "weights-plastic.csv",
            "weights-over-time-plastic.csv")) {
      assertThat(run.resolve(file)).hasSameTextualContentAs(undisturbed.resolve(file));
    }
  }

  private static void awaitSpikes(Path run, Process process) throws Exception {
    Path spikes = run.resolve("spikes-input.csv");
    while (process.isAlive() && (!Files.exists(spikes) || Files.size(spikes) < 1000)) {
      Thread.sleep(2);
    }
    assertThat(process.isAlive()).isTrue();
  }

  private static boolean isEmpty(Path parent) throws IOException {
    try (Stream<Path> all = Files.list(parent)) {
      return all.findAny().isEmpty();
    }
  }

  private static String said(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static Process process(String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlastronCommand.class.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
