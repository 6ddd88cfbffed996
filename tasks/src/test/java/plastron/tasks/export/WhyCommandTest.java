package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.artifact.ExportDirectory;
import plastron.export.artifact.ImageFile;
import plastron.export.conformance.StrictJson;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class WhyCommandTest {

  @TempDir private static Path shared;

  @TempDir private Path folder;

  @BeforeAll
  static void export() {
    TinyRun.make(shared.resolve("run"), "ndp-linear", "spinnaker1");
    TinyRun.make(shared.resolve("other"), "ndp-linear", "loihi2", "--set", "model.hidden=8");
    export("other", "loihi2");
    export("run", "spinnaker1");
  }

  private static void export(String run, String chip) {
    CommandRun exported =
        CommandRun.of(
            "export",
            shared.resolve(run).toString(),
            "--target",
            chip,
            "--episodes",
            "2",
            "--calibration",
            "8",
            "--out",
            shared.resolve(chip).toString());
    assertThat(exported.exitCode()).isEqualTo(ExitCode.OK);
  }

  private static CommandRun why(Path export, String... options) {
    Stream<String> always = Stream.of("why", export.toString(), "--episodes", "6");
    return CommandRun.of(Stream.concat(always, Stream.of(options)).toArray(String[]::new));
  }

  private static JsonObject json(Path export, String... options) {
    CommandRun run =
        why(export, Stream.concat(Stream.of("--json"), Stream.of(options)).toArray(String[]::new));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    return StrictJson.parse(run.out());
  }

  /** The model with all operations made integer is the chip, but for what is random there. */
  @ParameterizedTest
  @ValueSource(strings = {"loihi2", "spinnaker1"})
  void allOperationsTogetherMakeTheModelTheChip(String chip) {
    JsonObject report = json(shared.resolve(chip));
    JsonObject measured = report.getAsJsonObject("chip");
    JsonObject together = report.getAsJsonObject("together");
    double random = chip.equals("loihi2") ? 0.25 : 0.01;
    assertThat(measured.get("cost").getAsDouble()).isPositive();
    for (String number : List.of("traceError", "drivenError", "spikesApart")) {
      double value = measured.get(number).getAsDouble();
      assertThat(together.get(number).getAsDouble())
          .as(number)
          .isCloseTo(value, Offset.offset(random * Math.max(value, 0.05)));
    }
    assertThat(report.getAsJsonArray("changes")).isEmpty();
  }

  @Test
  void causesAreRankedAndTheFirstSpikeIsExplained() {
    JsonObject report = json(shared.resolve("loihi2"));
    JsonArray causes = report.getAsJsonArray("causes");
    double before = Double.POSITIVE_INFINITY;
    for (int c = 0; c < causes.size(); c++) {
      JsonObject cause = causes.get(c).getAsJsonObject();
      double cost = cause.get("cost").getAsDouble();
      assertThat(cost).isPositive().isLessThanOrEqualTo(before);
      assertThat(cause.get("changed").getAsBoolean()).isFalse();
      before = cost;
    }
    JsonObject first = report.getAsJsonObject("first");
    assertThat(first.get("step").getAsInt()).isPositive();
    assertThat(causes.toString())
        .contains("\"operation\":%s,\"of\":%s".formatted(first.get("operation"), first.get("of")));
  }

  @Test
  void whatTheChipHasOtherwiseThanTheModelIsACause() {
    Path run = folder.resolve("run");
    TinyRun.make(run, "dp-linear", "spinnaker1", "--set", "model.update_interval=73");
    Path export = folder.resolve("export");
    String[] words = {"export", run.toString(), "--target", "loihi1", "--calibration", "4"};
    CommandRun exported =
        CommandRun.of(
            Stream.concat(
                    Stream.of(words), Stream.of("--episodes", "1", "--out", export.toString()))
                .toArray(String[]::new));
    assertThat(exported.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(why(export).out())
        .contains("| missed epoch | the whole network |", "| network form | the whole network |")
        .doesNotContain("changed");
  }

  @Test
  void threadsChangeNothing() {
    Path export = shared.resolve("loihi2");
    assertThat(json(export, "--threads", "3")).isEqualTo(json(export, "--threads", "1"));
  }

  @Test
  void aFaultyExportIsNamed() throws IOException {
    Path export = shared.resolve("spinnaker1");
    ChipImage image = ImageFile.read(export.resolve(ExportDirectory.IMAGE));
    ChipImage faulty = FaultKind.THRESHOLD.plant(image, 0, new SplittableRandom(3));
    Path changed = folder.resolve("faulty");
    ExportDirectory.write(
        faulty,
        List.of(file(export, ExportFolder.CONFIG), file(export, ExportFolder.MODEL)),
        changed);
    Path report = folder.resolve("report.md");
    CommandRun run = why(changed, "--out", report.toString());
    assertThat(run.out())
        .contains(
            "Most of the difference comes from rounding of neuron parameters of population hidden,"
                + " which the image has otherwise than the model compiles to",
            "First spike that differs: trial 0, ",
            "- layer hidden, v_thresh: ",
            "| 1 | rounding of neuron parameters | population hidden |");
    assertThat(report).hasContent(run.out());
  }

  private static OutputFile file(Path export, String name) throws IOException {
    return new OutputFile(name, "copied", Files.readAllBytes(export.resolve(name)));
  }

  @Test
  void anImageOfAnotherModelIsOneLine() throws IOException {
    Path export = shared.resolve("spinnaker1");
    Path other = shared.resolve("other");
    Path changed = folder.resolve("mixed");
    ExportDirectory.write(
        ImageFile.read(export.resolve(ExportDirectory.IMAGE)),
        List.of(
            file(export, ExportFolder.CONFIG),
            new OutputFile(
                ExportFolder.MODEL,
                "another",
                Files.readAllBytes(other.resolve("model.plastron")))),
        changed);
    CommandRun run = why(changed);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("plastron: Export (").hasLineCount(1);
  }

  @Test
  void anExportWithoutItsModelSaysHowToMakeOne() throws IOException {
    Path export = shared.resolve("spinnaker1");
    Path older = folder.resolve("older");
    ExportDirectory.write(
        ImageFile.read(export.resolve(ExportDirectory.IMAGE)),
        List.of(file(export, ExportFolder.CONFIG)),
        older);
    CommandRun run = why(older);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .contains("has no model.plastron, expected the model that it was made from.")
        .contains("plastron export RUN --target spinnaker1 --out DIR");
  }

  @Test
  void whatExistsIsNotReplaced() throws IOException {
    Path report = Files.writeString(folder.resolve("report.md"), "mine");
    CommandRun run = why(shared.resolve("loihi2"), "--out", report.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(report).hasContent("mine");
  }
}
