package plastron.tasks.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.slayer.train.TrainerState;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.RunFolder;

/** Files in the folder of a run that are not what this run wrote. */
class ForeignFilesTest {

  @TempDir private Path folder;

  private Path run;
  private Path model;

  @BeforeEach
  void train() {
    run = folder.resolve("run");
    model = run.resolve("model.plastron");
    assertThat(CommandRun.of(SmallRun.start(run, 9)).exitCode()).isZero();
  }

  private void refused(String message, String maybe, Object... words) {
    CommandRun command =
        CommandRun.of(Arrays.stream(words).map(Object::toString).toArray(String[]::new));
    assertThat(command.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(command.err().lines().count()).isLessThanOrEqualTo(2);
    assertThat(command.err()).startsWith("plastron: ").contains(message).contains(maybe);
    assertThat(command.out()).isEmpty();
  }

  private void foreignModel() {
    refused(
        "File (%s) is not the model of this run.".formatted(model),
        "Maybe move it away and resume the run, which then writes its own.",
        "train",
        "--resume",
        run);
  }

  @Test
  void aModelOfAnotherRunIsNoticedBeforeAnythingIsTrained() throws IOException {
    Path other = folder.resolve("other");
    assertThat(CommandRun.of(SmallRun.start(other, 9, "--seed", "2")).exitCode()).isZero();
    byte[] own = Files.readAllBytes(model);
    byte[] foreign = Files.readAllBytes(other.resolve("model.plastron"));
    // Two iterations are to be trained again.
    Files.delete(run.resolve("checkpoint-000000009.bin"));
    for (byte[] bytes :
        new byte[][] {
          {}, "text".getBytes(StandardCharsets.UTF_8), foreign, Arrays.copyOf(own, 99)
        }) {
      Files.write(model, bytes);
      foreignModel();
      assertThat(run.resolve("checkpoint-000000009.bin")).doesNotExist();
      assertThat(model).hasBinaryContent(bytes);
    }
    Files.delete(model);
    Files.createDirectory(model);
    foreignModel();
    Files.delete(model);
    Files.write(model, own);
    assertThat(CommandRun.of("train", "--resume", run.toString()).exitCode()).isZero();
    assertThat(model).hasBinaryContent(own);
  }

  @Test
  void aCheckpointPastTheLastIterationIsRefused() throws IOException {
    RunFolder runFolder = new RunFolder(run);
    Checkpoint last = runFolder.checkpoint();
    runFolder
        .checkpoints()
        .save(
            new Checkpoint(
                last.version(),
                last.configuration(),
                new TrainerState(10, last.state().parameters(), last.state().optimiser()),
                last.metricsBytes(),
                last.recent()));
    String message = "Checkpoint of run (%s) is of iteration (10), expected at most 9.";
    refused(message.formatted(run), "", "train", "--resume", run);
    refused(message.formatted(run), "", "evaluate", run);
    refused(
        message.formatted(run), "", "export", run, "--target", "loihi2", "--out", folder + "/out");
    assertThat(folder.resolve("out")).doesNotExist();
  }

  /** Provenance is for people: what does not write it does not read it. */
  @Test
  void aDamagedProvenanceStopsWhatWouldWriteIt() throws IOException {
    Path provenance = run.resolve("run.json");
    for (String text : new String[] {"", "{", "[]", "{\"sessions\": 7}", "\u0000"}) {
      Files.writeString(provenance, text);
      refused(
          "Provenance (%s) is damaged: ".formatted(provenance),
          "Maybe delete it, a new one is written: rm " + provenance,
          "train",
          "--resume",
          run);
      assertThat(provenance).hasContent(text);
      assertThat(CommandRun.of("evaluate", run.toString(), "--episodes", "2").exitCode()).isZero();
    }
  }
}
