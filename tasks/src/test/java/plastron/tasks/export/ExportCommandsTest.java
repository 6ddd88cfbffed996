package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class ExportCommandsTest {

  @TempDir private static Path shared;

  @TempDir private Path folder;

  @BeforeAll
  static void train() {
    TinyRun.make(shared.resolve("run"), "dp-oja", "spinnaker1");
    TinyRun.make(shared.resolve("paper"), "dp-oja", "none");
    assertThat(export("run", shared.resolve("export")).exitCode()).isEqualTo(ExitCode.OK);
  }

  private static CommandRun export(String run, Path out, String... options) {
    return CommandRun.of(
        Stream.concat(arguments(run, out), Stream.of(options)).toArray(String[]::new));
  }

  private static Stream<String> arguments(String run, Path out) {
    return Stream.of(
        "export",
        shared.resolve(run).toString(),
        "--target",
        "spinnaker1",
        "--episodes",
        "4",
        "--calibration",
        "4",
        "--out",
        out.toString());
  }

  @Test
  void anExportHoldsImageManifestReportsAndTask() {
    Path export = shared.resolve("export");
    assertThat(export.resolve("image.plastron")).isNotEmptyFile();
    assertThat(export.resolve("manifest.json")).content().contains("config.toml", "report.md");
    assertThat(export.resolve("report.md"))
        .content()
        .contains("## Resources", "## Layer hidden", "## Lossy choices and warnings");
    assertThat(export.resolve("fidelity.md")).content().contains("solved of 4", "## Judged");
    assertThat(export.resolve("config.toml"))
        .hasSameTextualContentAs(shared.resolve("run/config.toml"));
  }

  @Test
  void formatsAreChosenByName() throws IOException {
    CommandRun chosen = export("run", folder.resolve("again"), "--format", "spinnaker-layout");
    assertThat(chosen.exitCode()).isEqualTo(ExitCode.OK);
    for (String file : List.of("spinnaker.json", "manifest.json")) {
      assertThat(folder.resolve("again").resolve(file))
          .hasSameBinaryContentAs(shared.resolve("export").resolve(file));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "spinnaker-layot | (spinnaker-layot) | Maybe spinnaker-layout was meant.",
        "spinnaker-layout,loihi-registers | (loihi-registers) | Maybe export for loihi1 or",
        "spinnaker-layout,,spinnaker-layout | () | spinnaker-layout, the formats for spinnaker1.",
      })
  void aFormatThatTheChipHasNotIsOneLine(String names, String named, String advice) {
    CommandRun run = export("run", folder.resolve("out"), "--format", names);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .startsWith(
            "plastron: Format %s must be one of spinnaker-layout, the formats for spinnaker1."
                .formatted(named))
        .contains(advice);
    assertThat(run.err().lines().count()).isLessThanOrEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void whatAnotherUpdateIntervalCostsIsStated() throws IOException {
    Path run = folder.resolve("odd");
    TinyRun.make(run, "dp-linear", "spinnaker1", "--set", "model.update_interval=73");
    Path export = folder.resolve("export");
    CommandRun exported =
        CommandRun.of(
            "export",
            run.toString(),
            "--target",
            "loihi1",
            "--episodes",
            "2",
            "--calibration",
            "8",
            "--out",
            export.toString());
    assertThat(exported.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(export.resolve("report.md")).content().contains("L-DT-ROUND", "L-ERROR");
    assertThat(Files.readString(export.resolve("fidelity.json"))).contains("\"driven\"");
  }

  @Test
  void exportsAreReproducible() throws IOException {
    assertAsBefore();
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "2", "3"})
  void threadsChangeNoFile(String threads) throws IOException {
    assertAsBefore("--threads", threads);
  }

  private void assertAsBefore(String... options) throws IOException {
    assertThat(export("run", folder.resolve("again"), options).exitCode()).isEqualTo(ExitCode.OK);
    for (String file : List.of("image.plastron", "manifest.json", "fidelity.json", "report.md")) {
      assertThat(Files.readAllBytes(folder.resolve("again").resolve(file)))
          .isEqualTo(Files.readAllBytes(shared.resolve("export").resolve(file)));
    }
  }

  @Test
  void theImageRunsOnItsTask() {
    CommandRun one = emulate("--threads", "1");
    assertThat(one.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(one.out())
        .containsPattern(
            "Accuracy: [0-9.]+ % \\(95 % interval [0-9.]+ to [0-9.]+\\), [0-9]+ of 20 trials")
        .contains("Mean hidden rate: ")
        .contains("Counters:")
        .contains("learning on");
    assertThat(emulate("--threads", "3").out()).isEqualTo(one.out());
    assertThat(emulate("--no-learning").out()).contains("learning off").isNotEqualTo(one.out());
  }

  private static CommandRun emulate(String... options) {
    Stream<String> always =
        Stream.of("emulate", shared.resolve("export").toString(), "--episodes", "20");
    return CommandRun.of(Stream.concat(always, Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void boundsDecideTheExitCode() {
    Path report = folder.resolve("report.md");
    CommandRun wide =
        verify("--max-loss", "100", "--max-trace-error", "10", "--out", report.toString());
    assertThat(wide.err()).isEmpty();
    assertThat(wide.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(wide.out())
        .startsWith("# Fidelity of ")
        .contains("**within bounds**", "| at most 100.0 | yes |");
    assertThat(report).hasContent(wide.out());
    CommandRun narrow = verify("--max-loss", "100", "--max-trace-error", "0");
    assertThat(narrow.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(narrow.out()).contains("**out of bounds**");
  }

  @Test
  void theVerdictForProgramsIsOneJsonObject() {
    Path report = folder.resolve("report.json");
    CommandRun run = verify("--json", "--max-trace-error", "0", "--out", report.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.CHECK_FAILED);
    assertThat(run.err()).isEmpty();
    assertThat(report).hasContent(run.out());
    assertThat(run.json().keySet())
        .containsExactly(
            "format",
            "version",
            "profile",
            "model",
            "passes",
            "violations",
            "unjudged",
            "checks",
            "accuracy",
            "spikes",
            "traces",
            "driven",
            "counters",
            "ranges",
            "operations",
            "parameters",
            "diagnostics");
    assertThat(run.json().get("passes").getAsBoolean()).isFalse();
    assertThat(run.json().getAsJsonArray("violations")).isNotEmpty();
  }

  private static CommandRun verify(String... options) {
    Stream<String> always =
        Stream.of(
            "verify",
            shared.resolve("run").toString(),
            "--target",
            "spinnaker1",
            "--episodes",
            "4");
    return CommandRun.of(Stream.concat(always, Stream.of(options)).toArray(String[]::new));
  }

  @Test
  void aRefusedModelListsEveryReasonAndLeavesNothing() {
    CommandRun run = export("paper", folder.resolve("refused"));
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines().filter(l -> l.startsWith("refused: S-")).count()).isGreaterThan(1);
    assertThat(run.err())
        .contains("Maybe train with --hardware spinnaker1.", "cannot be put on SpiNNaker 1");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void cyclesAndSecondPathwaysRunOnChips() {
    for (String chip : List.of("loihi2", "spinnaker1")) {
      for (String synapses : List.of("model.recurrent", "model.skip")) {
        Path run = folder.resolve(synapses + " for " + chip);
        TinyRun.make(run, "dp-oja", chip, "--set", synapses + "=dp-linear");
        Path export = folder.resolve(synapses + " on " + chip);
        CommandRun exported =
            CommandRun.of("export", run.toString(), "--target", chip, "--out", export.toString());
        assertThat(exported.exitCode()).as(exported.err()).isEqualTo(ExitCode.OK);
        CommandRun emulated = CommandRun.of("emulate", export.toString(), "--episodes", "5");
        assertThat(emulated.exitCode()).as(emulated.err()).isEqualTo(ExitCode.OK);
      }
    }
  }

  @Test
  void nothingIsOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(shared.resolve("export/manifest.json"));
    CommandRun again = export("run", shared.resolve("export"));
    assertThat(again.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(again.err()).contains("exists, expected a new name.");
    assertThat(Files.readAllBytes(shared.resolve("export/manifest.json"))).isEqualTo(before);
    Path report = Files.writeString(folder.resolve("mine.txt"), "mine");
    assertThat(verify("--out", report.toString()).exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(report).hasContent("mine");
  }
}
