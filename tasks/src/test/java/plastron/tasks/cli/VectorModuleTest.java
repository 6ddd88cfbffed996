package plastron.tasks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.train.SmallRun;

/** What the launcher is told that starts training commands without the vector API first. */
class VectorModuleTest {

  @TempDir private Path folder;

  @BeforeEach
  void promise() {
    System.setProperty("plastron.vectors", "later");
  }

  @AfterEach
  void keep() {
    System.clearProperty("plastron.vectors");
  }

  @Test
  void aCommandThatWillTrainAsksForVectorsAndHasDoneNothing() {
    Path run = folder.resolve("run");
    assertThat(silently(SmallRun.start(run, 1))).isEqualTo(ExitCode.START_WITH_VECTORS);
    assertThat(silently("quickstart", "--out", run.toString()))
        .isEqualTo(ExitCode.START_WITH_VECTORS);
    assertThat(folder).isEmptyDirectory();
    keep();
    assertThat(CommandRun.of(SmallRun.start(run, 1)).exitCode()).isZero();
    promise();
    assertThat(silently("train", "--resume", run.toString()))
        .isEqualTo(ExitCode.START_WITH_VECTORS);
  }

  @Test
  void whatIsWrongOrDoesNotTrainIsAnsweredAtOnce() {
    String out = folder.resolve("run").toString();
    Stream.of(
            "train",
            "train nope",
            "train --resume nope",
            "train cue-association --out %s --rule nope",
            "train cue-association --out %s --rule ndp-oja --set training.batch=-1",
            "train cue-association --out %s --rule ndp-oja --config nope",
            "train cue-association --out %s --rule ndp-oja --threads 0",
            "quickstart --nope",
            "quickstart --out %s --set a=1")
        .forEach(
            line -> {
              String[] words = line.formatted(out).split(" ", -1);
              assertThat(CommandRun.of(words).exitCode()).as(line).isEqualTo(ExitCode.BAD_INPUT);
            });
    assertThat(CommandRun.of("train", "--help").exitCode()).isZero();
  }

  /** A pipe cannot be read twice. */
  @Test
  void aConfigurationFromAPipeIsLeftForTheSecondStart() throws IOException, InterruptedException {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(
            silently(
                "train",
                "cue-association",
                "--config",
                pipe.toString(),
                "--out",
                folder.resolve("run").toString()))
        .isEqualTo(ExitCode.START_WITH_VECTORS);
  }

  private static int silently(String... args) {
    CommandRun run = CommandRun.of(args);
    assertThat(run.out() + run.err()).isEmpty();
    return run.exitCode();
  }
}
