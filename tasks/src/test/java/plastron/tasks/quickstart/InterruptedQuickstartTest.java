package plastron.tasks.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.PlastronCommand;

/** The command of a quickstart that was interrupted, once more, ends as if nothing had happened. */
class InterruptedQuickstartTest {

  private static final List<String> QUICKSTART =
      List.of(
          "quickstart",
          "--seed",
          "7",
          "--threads",
          "1",
          "--set",
          "length=reduced",
          "--set",
          "task.cues=3",
          "--set",
          "model.hidden=32",
          "--set",
          "model.w_mean=2",
          "--set",
          "training.batch=4",
          "--set",
          "training.iterations=60");

  @TempDir private Path folder;

  private static CommandRun quickstart(Path out, int episodes) {
    List<String> words = new ArrayList<>(QUICKSTART);
    words.addAll(List.of("--episodes", "" + episodes, "--out", out.toString()));
    return CommandRun.of(words.toArray(String[]::new));
  }

  @Test
  @Timeout(300)
  void killedAtAnyMomentItGoesOnToTheSameTable() throws Exception {
    Path undisturbed = folder.resolve("undisturbed");
    long start = System.nanoTime();
    assertThat(quickstart(undisturbed, 12).exitCode()).isZero();
    long whole = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    Random random = new Random(start);
    Path killed = folder.resolve("killed");
    for (int kills = 0; kills < 4 && !Files.exists(killed.resolve("table.json")); kills++) {
      Process process = process("--episodes", "12", "--out", killed.toString());
      while (!Files.exists(killed) && process.isAlive()) {
        Thread.sleep(2);
      }
      process.waitFor(random.nextLong(whole), TimeUnit.MILLISECONDS);
      process.destroyForcibly().waitFor();
    }
    if (!Files.exists(killed.resolve("table.json"))) {
      CommandRun last = quickstart(killed, 12);
      assertThat(last.err()).isEmpty();
      assertThat(last.exitCode()).isZero();
    }
    for (String file :
        List.of(
            "quickstart.json",
            "table.json",
            "table.md",
            "learned/model.plastron",
            "learned/metrics.jsonl",
            "static/model.plastron",
            "loihi2/manifest.json",
            "spinnaker1/manifest.json")) {
      assertThat(killed.resolve(file)).hasSameBinaryContentAs(undisturbed.resolve(file));
    }
    assertThat(names(killed)).isEqualTo(names(undisturbed));
  }

  @Test
  @Timeout(120)
  @DisabledOnOs(OS.WINDOWS)
  void withoutANameItGoesOnInTheFolderThatItMadeAfterCtrlC() throws Exception {
    assumeTrue(
        new ProcessBuilder("env", "--default-signal=INT", "true").start().waitFor() == 0,
        "env --default-signal");
    Path made = folder.resolve("plastron-quickstart-1");
    Process process = process("--episodes", "12", "--set", "training.iterations=1000000");
    Path metrics = made.resolve("learned/metrics.jsonl");
    while (process.isAlive() && (!Files.exists(metrics) || Files.size(metrics) == 0)) {
      Thread.sleep(5);
    }
    Process second = process("--episodes", "12", "--set", "training.iterations=1000000");
    Path other = folder.resolve("plastron-quickstart-2");
    while (second.isAlive() && !Files.exists(other)) {
      Thread.sleep(5);
    }
    assertThat(other).as("the first is in use").isDirectory();
    second.destroyForcibly().waitFor();
    new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    assertThat(process.waitFor()).isEqualTo(130);

    Process third = process("--episodes", "12", "--set", "training.iterations=1000000");
    String first = third.inputReader(StandardCharsets.UTF_8).readLine();
    third.destroyForcibly().waitFor();
    assertThat(first).isEqualTo("Going on with plastron-quickstart-1, which was interrupted");
    assertThat(folder.resolve("plastron-quickstart-3")).doesNotExist();
  }

  @Test
  void whatIsFinishedForeignOrAskedForOtherwiseIsLeftAlone() throws IOException {
    Path out = folder.resolve("out");
    assertThat(quickstart(out, 2).exitCode()).isZero();
    refused(out, 2, "Output (%s) exists, expected a new name.".formatted(out));
    Files.delete(out.resolve("table.json"));
    refused(
        out,
        3,
        "Output (%s) holds an interrupted quickstart with other options, expected a new name."
            .formatted(out));
    Files.writeString(out.resolve("notes.txt"), "mine");
    Path model = out.resolve("loihi2");
    Files.move(model, folder.resolve("away"));
    Files.writeString(model, "mine");
    refused(out, 2, "Export (%s) is a file, expected the folder of an export.".formatted(model));
    assertThat(model).hasContent("mine");
    Files.delete(model);
    Files.writeString(out.resolve("table.md"), "mine");
    refused(
        out, 2, "Part (%s) is not what this quickstart makes.".formatted(out.resolve("table.md")));
    Files.delete(out.resolve("table.md"));
    assertThat(quickstart(out, 2).exitCode()).isZero();
    assertThat(out.resolve("notes.txt")).hasContent("mine");
    assertThat(out.resolve("loihi2/manifest.json"))
        .hasSameBinaryContentAs(folder.resolve("away/manifest.json"));
  }

  private static void refused(Path out, int episodes, String message) {
    CommandRun run = quickstart(out, episodes);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
    assertThat(run.err()).startsWith("plastron: " + message);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.map(path -> folder.relativize(path).toString()).sorted().toList();
    }
  }

  private Process process(String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "--default-signal=INT",
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                PlastronCommand.class.getName()));
    command.addAll(QUICKSTART);
    command.addAll(List.of(more));
    return new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
  }
}
