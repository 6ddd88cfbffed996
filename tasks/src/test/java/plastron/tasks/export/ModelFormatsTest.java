package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.tasks.cli.CommandRun;

/** Models and frozen networks in the files of other tools, on the command line. */
class ModelFormatsTest {

  @TempDir static Path folder;
  private static Path run;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    TinyRun.make(run, "ndp-linear", "loihi2", "--set", "model.recurrent=static");
  }

  private static CommandRun export(Path what, String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "export";
    all[1] = what.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return CommandRun.of(all);
  }

  /** There and back, without a chip and without a task. */
  @Test
  void aModelGoesToNirAndComesBackAsItWas() throws IOException {
    Path model = run.resolve("model.plastron");
    Path nir = folder.resolve("model.nir");
    CommandRun written = export(model, "--format", "nir", "--out", nir.toString());
    assertThat(written.err()).isEmpty();
    assertThat(written.exitCode()).isZero();
    assertThat(written.out())
        .startsWith("warning: N-PLASTIC")
        .endsWith("written to %s.%n".formatted(nir));
    Path back = folder.resolve("back.plastron");
    assertThat(export(nir, "--format", "plastron", "--out", back.toString()).exitCode()).isZero();
    assertThat(Files.readAllBytes(back)).isEqualTo(Files.readAllBytes(model));
  }

  @Test
  void aRunGoesToNirAndIsMeasuredThere() {
    Path nir = folder.resolve("of-run.nir");
    assertThat(export(run, "--format", "nir", "--out", nir.toString()).exitCode()).isZero();
    CommandRun measured =
        CommandRun.of(
            "evaluate",
            nir.toString(),
            "--task",
            "cue-association",
            "--set",
            "length=reduced",
            "--episodes",
            "20");
    assertThat(measured.err()).isEmpty();
    assertThat(measured.exitCode()).isZero();
  }

  @Test
  void aFrozenNetworkStandsInTheFolderOfAnExport() {
    Path out = folder.resolve("frozen");
    CommandRun exported =
        export(
            run,
            "--target",
            "loihi2",
            "--format",
            "netx",
            "--episodes",
            "2",
            "--out",
            out.toString());
    assertThat(exported.err()).isEmpty();
    assertThat(exported.exitCode()).isZero();
    assertThat(exported.out()).contains("lossy: L-FREEZE layer ");
    assertThat(out.resolve("network.net")).isNotEmptyFile();
    assertThat(out.resolve("registers.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "                                  | Missing option: '--target=CHIP', or --format with one"
            + " of nir, plastron",
        "--format netx                     | Format (netx) must be one of nir, plastron, the"
            + " formats of models.",
        "--format nri                      | Format (nri) must be one of nir, plastron",
        "--format nir,plastron             | Formats (nir, plastron) must be one",
        "--target loihi2 --format nir      | Format (nir) must be one of lava, loihi-registers,"
            + " netx, the formats for loihi2."
      })
  void wrongFormatsAreOneLine(String options, String line) {
    Path out = folder.resolve("nothing");
    String all = (options == null ? "" : options + " ") + "--out " + out;
    CommandRun refused = export(run, all.split(" "));
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err()).startsWith("plastron: " + line);
    assertThat(refused.err().lines().skip(1)).allMatch(l -> l.startsWith("Maybe "));
    assertThat(out).doesNotExist();
  }

  @Test
  void whatAFormatCannotSayIsRefusedWithReasons() {
    Path skips = folder.resolve("skips");
    TinyRun.make(skips, "ndp-linear", "loihi2", "--set", "model.skip=static");
    Path out = folder.resolve("none");
    CommandRun netx =
        export(skips, "--target", "loihi2", "--format", "netx", "--out", out.toString());
    assertThat(netx.exitCode()).isEqualTo(2);
    assertThat(netx.err())
        .startsWith("refused: L-NETX-CHAIN population ")
        .contains("plastron: Model ", " cannot be written as netx, for the reasons above (1).");
    Path paper = folder.resolve("paper");
    CommandRun trained =
        CommandRun.of(
            "train",
            "cue-association",
            "--rule",
            "dp-oja",
            "--length",
            "reduced",
            "--set",
            "model.hidden=12",
            "--set",
            "training.batch=4",
            "--iterations",
            "2",
            "--out",
            paper.toString());
    assertThat(trained.exitCode()).isLessThan(2);
    CommandRun nir = export(paper, "--format", "nir", "--out", out.toString());
    assertThat(nir.exitCode()).isEqualTo(2);
    assertThat(nir.err()).startsWith("refused: N-SRM population ");
    assertThat(out).doesNotExist();
  }
}
