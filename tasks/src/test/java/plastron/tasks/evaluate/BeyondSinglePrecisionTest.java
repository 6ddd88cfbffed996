package plastron.tasks.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.run.Checkpoint;
import plastron.tasks.run.RunFolder;
import plastron.tasks.train.SmallRun;

/** A checkpoint holds doubles, the float model single precision: what is beyond is refused. */
class BeyondSinglePrecisionTest {

  @TempDir private Path folder;

  @Test
  void commandsThatRunTheFloatModelSaySo() throws IOException {
    Path run = folder.resolve("run");
    assertThat(CommandRun.of(SmallRun.start(run, 2)).err()).isEmpty();
    Checkpoint checkpoint = new RunFolder(run).checkpoint();
    checkpoint.state().parameters()[0] = 1e300;
    new RunFolder(run).checkpoints().save(checkpoint);

    refused(CommandRun.of("evaluate", run.toString()));
    Path figures = folder.resolve("figures");
    refused(CommandRun.of("plot", run.toString(), "--out", figures.toString()));
    assertThat(figures).doesNotExist();
  }

  private static void refused(CommandRun command) {
    assertThat(command.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(command.err().lines().toList())
        .first()
        .asString()
        .startsWith("plastron: Model cue-association-ndp-oja cannot run: Weights of projection")
        .endsWith("leave the range of single precision (Infinity).");
    assertThat(command.out()).doesNotContain("accuracy");
  }
}
