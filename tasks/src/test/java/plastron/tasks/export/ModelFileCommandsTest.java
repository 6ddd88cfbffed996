package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.run.RunFolder;

/** What commands do with the file of a model is what they do with the run that it is of. */
class ModelFileCommandsTest {

  private static final List<String> TASK =
      List.of(
          "--task",
          "cue-association",
          "--set",
          "length=reduced",
          "--set",
          "hardware=loihi2",
          "--set",
          "model.hidden=12",
          "--set",
          "training.batch=4",
          "--set",
          "training.iterations=2");

  /** Rows of a picture below its title, which names the iterations of a run. */
  private static final int BELOW_TITLE = 60;

  @TempDir static Path folder;
  private static Path run;
  private static Path model;

  @BeforeAll
  static void train() {
    run = folder.resolve("run");
    model = run.resolve("model.plastron");
    TinyRun.make(run, "ndp-linear", "loihi2");
  }

  private static CommandRun of(String command, Path path, List<String> more, Object... rest) {
    Stream<String> all =
        Stream.of(
                Stream.of(command, path.toString()),
                more.stream(),
                Arrays.stream(rest).map(Object::toString))
            .flatMap(words -> words);
    return CommandRun.of(all.toArray(String[]::new));
  }

  private static void refused(CommandRun run, String line) {
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(line);
    assertThat(run.err().lines().filter(l -> !l.startsWith("Maybe "))).hasSize(1);
    assertThat(run.out()).isEmpty();
  }

  @Test
  void itIsMeasuredTheSame() {
    JsonObject whole = of("evaluate", run, List.of(), "--episodes", 40, "--json").json();
    JsonObject alone = of("evaluate", model, TASK, "--episodes", 40, "--json").json();
    assertThat(alone.remove("model").getAsString()).isEqualTo(model.toString());
    List.of("run", "rule", "iterations").forEach(whole::remove);
    assertThat(alone).isEqualTo(whole);
    CommandRun lines = of("evaluate", model, TASK, "--episodes", 40);
    assertThat(lines.out())
        .startsWith(
            "model        %s: cue-association-ndp-linear, on task cue-association"
                .formatted(model));
  }

  @Test
  void itsSettingsMayComeFromAFile() {
    List<String> file =
        List.of("--task", "cue-association", "--config", run.resolve("config.toml").toString());
    assertThat(of("evaluate", model, file, "--episodes", 10, "--json").out())
        .isEqualTo(of("evaluate", model, TASK, "--episodes", 10, "--json").out());
  }

  @Test
  void itIsCompiledAndVerifiedTheSame() throws IOException {
    List<String> chip = List.of("--target", "loihi2", "--episodes", "4");
    Path whole = folder.resolve("whole");
    Path alone = folder.resolve("alone");
    CommandRun exported = of("export", run, chip, "--out", whole);
    assertThat(exported.exitCode()).isZero();
    assertThat(
            of(
                    "export",
                    model,
                    TASK,
                    Stream.of(chip, List.of("--out", alone)).flatMap(List::stream).toArray())
                .out())
        .isEqualTo(exported.out().replace(whole.toString(), alone.toString()));
    try (Stream<Path> files = Files.list(whole)) {
      for (Path file : files.toList()) {
        assertThat(alone.resolve(file.getFileName())).hasSameBinaryContentAs(file);
      }
    }
    assertThat(of("verify", model, TASK, chip.toArray()).out())
        .isEqualTo(of("verify", run, chip).out());
  }

  @Test
  void itIsDrawnTheSame() throws IOException {
    Path whole = folder.resolve("whole-figures");
    Path alone = folder.resolve("alone-figures");
    assertThat(of("plot", run, List.of(), "--out", whole).exitCode()).isZero();
    CommandRun drawn = of("plot", model, TASK, "--out", alone);
    assertThat(drawn.err()).isEmpty();
    assertThat(drawn.out()).contains("trial-mixed.png").doesNotContain("learning-curve");
    try (Stream<Path> files = Files.list(alone)) {
      for (Path file : files.toList()) {
        assertThat(pixels(file)).isEqualTo(pixels(whole.resolve(file.getFileName())));
      }
    }
  }

  private static int[] pixels(Path picture) throws IOException {
    BufferedImage image = ImageIO.read(picture.toFile());
    int height = image.getHeight() - BELOW_TITLE;
    return image.getRGB(0, BELOW_TITLE, image.getWidth(), height, null, 0, image.getWidth());
  }

  /** The image says which settings its trials follow from, and what the model was trained with. */
  @Test
  void onAnotherTaskThanItWasTrainedForItsExportRunsAsWell() {
    Path out = folder.resolve("longer");
    List<String> task = List.of("--task", "cue-association", "--set", "task.cues=3");
    CommandRun export =
        of("export", model, task, "--target", "loihi2", "--episodes", 2, "--out", out);
    assertThat(export.err()).isEmpty();
    assertThat(export.exitCode()).isZero();
    assertThat(ExportFolder.open(out).image().provenance())
        .containsEntry("trained configuration", new RunFolder(run).configuration().hash());
    assertThat(CommandRun.of("emulate", out.toString(), "--episodes", "4").exitCode()).isZero();
  }

  @Test
  void withoutATaskItIsRefused() {
    refused(
        of("evaluate", model, List.of()),
        "Model (%s) has no task of its own, expected --task with one of cart-pole, cue-association"
            .formatted(model));
    refused(of("plot", model, List.of(), "--out", folder.resolve("none")), "no task of its own");
    refused(of("verify", model, List.of(), "--target", "loihi2"), "no task of its own");
  }

  @Test
  void aTaskThatItDoesNotFitIsRefused() {
    refused(
        of("evaluate", model, List.of("--task", "spike-patterns")),
        "has population input (40 spike sources), expected input (30 spike sources), which task"
            + " spike-patterns feeds.");
    refused(
        of("evaluate", model, List.of("--task", "spike-patterns", "--set", "inputs=40")),
        "has population output (2 spiking neurons), expected output (5 spiking neurons), which"
            + " task spike-patterns reads.");
    refused(
        of("evaluate", model, List.of("--task", "product-course", "--set", "group_size=10")),
        "has no population readout (1 leaky integrators), which task product-course reads.");
    refused(
        of("export", model, List.of("--task", "cue"), "--target", "loihi2", "--out", "none"),
        "Option --task (cue) must be one of");
    refused(
        of("plot", model, List.of("--task", "cue-association", "--set", "x=1"), "--out", "none"),
        "Setting (x) in --set is not known.");
  }

  @Test
  void aRunHasItsOwnTask() {
    for (List<String> option :
        List.of(
            List.of("--task", "cue-association"),
            List.of("--config", "some.toml"),
            List.of("--set", "task.cues=3"))) {
      refused(
          of("evaluate", run, option),
          "Option %s (%s) is for a model file, run (%s) has its own task and settings."
              .formatted(option.getFirst(), option.getLast(), run));
    }
    refused(
        of("verify", run, List.of("--task", "cue-association"), "--target", "loihi2"),
        "is for a model file");
  }

  @Test
  void whatOnlyAChipKnowsGoesToTheChip() {
    CommandRun refused =
        of("verify", model, TASK, "--target", "loihi2", "--set", "fan=3", "--episodes", 1);
    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.err())
        .contains("setting (fan) is not known to loihi2")
        .contains("Model (%s) cannot be put on".formatted(model));
  }

  @Test
  void whatIsNoModelIsRefused() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.plastron"), "no model");
    refused(of("evaluate", broken, TASK), "broken.plastron");
    refused(
        of("evaluate", folder.resolve("none.plastron"), TASK),
        "none.plastron) does not exist, expected the file of a model.");
  }
}
