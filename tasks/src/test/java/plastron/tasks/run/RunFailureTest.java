package plastron.tasks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.train.SmallRun;

class RunFailureTest {

  @TempDir private Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPlaceWhereNothingCanBeMade() {
    said(
        Path.of("/proc/run"),
        "plastron: Folder (/proc/run) cannot be used: nothing can be made in there.",
        "Maybe choose another folder.");
  }

  @Test
  void aFileThatWasTakenForAFolder() throws IOException {
    Path file = Files.createFile(folder.resolve("README.md"));
    said(
        file.resolve("run"),
        "plastron: Folder (%s/run) cannot be used: %s exists.".formatted(file, file),
        "Maybe choose another name.");
  }

  @Test
  void aNameThatIsTooLong() {
    Path path = folder.resolve("a".repeat(300));
    CommandRun run = CommandRun.of(SmallRun.start(path, 1));
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines()).last().isEqualTo("Maybe choose a shorter name.");
  }

  private static void said(Path path, String message, String maybe) {
    CommandRun run = CommandRun.of(SmallRun.start(path, 1));
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err().lines()).containsExactly(message, maybe);
  }
}
