package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.PlastronCommand;

/** However a run is interrupted, its files end up the same, bit for bit. */
class InterruptedTrainingTest {

  private static final int ITERATIONS = 400;

  /** What a shell starts in the background of a script ignores Ctrl-C, and so do its children. */
  private static final List<String> HEEDING_INTERRUPTS = List.of("env", "--default-signal=INT");

  @TempDir private static Path folder;

  private static Path undisturbed;

  @BeforeAll
  static void trainUndisturbed() {
    undisturbed = folder.resolve("undisturbed");
    CommandRun run = CommandRun.of(SmallRun.start(undisturbed, ITERATIONS, "--threads", "1"));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void twoThreadsGiveTheSame() throws IOException {
    Path run = folder.resolve("two-threads");
    assertThat(CommandRun.of(SmallRun.start(run, ITERATIONS, "--threads", "2")).exitCode())
        .isZero();
    assertThat(SmallRun.result(run)).isEqualTo(SmallRun.result(undisturbed));
  }

  @Test
  @Timeout(120)
  void aKilledRunResumesToTheSame() throws Exception {
    Random random = new Random(System.nanoTime());
    Path run = folder.resolve("killed");
    kill(process(SmallRun.start(run, ITERATIONS, "--threads", "2")), run, random);
    int resumed = 0;
    while (resumed < 3 && !Files.exists(run.resolve("model.plastron"))) {
      kill(process("train", "--resume", run.toString(), "--threads", "1"), run, random);
      resumed++;
    }
    tearLastLine(run.resolve("metrics.jsonl"));
    assertThat(resume(run).err()).isEmpty();
    assertThat(SmallRun.result(run)).isEqualTo(SmallRun.result(undisturbed));
  }

  @Test
  @Timeout(120)
  @DisabledOnOs(OS.WINDOWS)
  void ctrlCLeavesACheckpointAndExitCode130() throws Exception {
    assumeTrue(
        new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0,
        "env --default-signal");
    aSignalLeavesACheckpoint(HEEDING_INTERRUPTS, "INT", 130);
  }

  @Test
  @Timeout(120)
  @DisabledOnOs(OS.WINDOWS)
  void aTerminationLeavesACheckpointAndExitCode143() throws Exception {
    aSignalLeavesACheckpoint(List.of(), "TERM", 143);
  }

  private static void aSignalLeavesACheckpoint(List<String> starter, String signal, int exitCode)
      throws Exception {
    Path run = folder.resolve("stopped-by-" + signal);
    List<String> command = new ArrayList<>(starter);
    command.addAll(command(SmallRun.start(run, 1_000_000)));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    awaitLines(run, 10, process);
    assertThat(
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor())
        .isZero();
    assertThat(process.waitFor()).isEqualTo(exitCode);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(said).contains("Stopped at iteration").contains("--resume");
    long lines = Files.readAllLines(run.resolve("metrics.jsonl")).size();
    assertThat(run.resolve("checkpoint-%09d.bin".formatted(lines))).exists();
  }

  @Test
  @Timeout(120)
  void aSecondProcessIsKeptOut() throws Exception {
    Path run = folder.resolve("busy");
    Process process = process(SmallRun.start(run, 1_000_000));
    try {
      awaitLines(run, 1, process);
      assertThat(resume(run).err()).contains("is being trained by another process");
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  @Test
  void resumingAFinishedRunChangesNothing() throws IOException {
    assertThat(resume(undisturbed).exitCode()).isZero();
    assertThat(resume(undisturbed).out()).contains("Done: 400 of at most 400");
  }

  private static CommandRun resume(Path run) {
    return CommandRun.of("train", "--resume", run.toString());
  }

  /** As a kill in the middle of a write, or a power cut, would leave it. */
  private static void tearLastLine(Path metrics) throws IOException {
    byte[] bytes = Files.readAllBytes(metrics);
    byte[] more = Arrays.copyOf(bytes, bytes.length + 11);
    Arrays.fill(more, bytes.length, more.length, (byte) '{');
    Files.write(metrics, more);
  }

  private static void kill(Process process, Path run, Random random) throws Exception {
    while (!Files.exists(run) && process.isAlive()) {
      Thread.sleep(2);
    }
    process.waitFor(random.nextInt(1500), TimeUnit.MILLISECONDS);
    process.destroyForcibly().waitFor();
  }

  private static void awaitLines(Path run, int lines, Process process) throws Exception {
    Path metrics = run.resolve("metrics.jsonl");
    while (process.isAlive() && (!Files.exists(metrics) || Files.size(metrics) < lines * 200L)) {
      Thread.sleep(5);
    }
    assertThat(process.isAlive()).isTrue();
  }

  private static Process process(String... arguments) throws IOException {
    return new ProcessBuilder(command(arguments)).redirectErrorStream(true).start();
  }

  private static List<String> command(String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlastronCommand.class.getName()));
    command.addAll(List.of(arguments));
    return command;
  }
}
