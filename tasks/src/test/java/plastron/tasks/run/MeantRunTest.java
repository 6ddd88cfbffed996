package plastron.tasks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;
import plastron.tasks.train.SmallRun;

class MeantRunTest {

  private static final String NEW_RUN =
      "Maybe make a run: plastron train cue-association --rule ndp-oja --out RUN";

  @TempDir private Path folder;

  @BeforeEach
  void train() {
    Path run = folder.resolve("quick/learned");
    assertThat(CommandRun.of(SmallRun.start(run, 1)).exitCode()).isZero();
  }

  @Test
  void aRunThatIsNoneLeadsToOneThatIs() throws IOException {
    Path run = folder.resolve("quick/learned");
    said("does not exist", "Maybe %s was meant.".formatted(run), folder.resolve("quick/lerned"));
    said("has no config.toml", "Maybe %s was meant.".formatted(run), folder.resolve("quick"));
    said("is a file", "Maybe %s was meant.".formatted(run), run.resolve("metrics.jsonl"));
    Path file = Files.createFile(folder.resolve("README.md"));
    said("is a file", NEW_RUN, file);
    said("does not exist", NEW_RUN, folder.resolve("quick/nothing-like-it"));
    said("does not exist", NEW_RUN, Path.of("no-such-folder/run"));
    said("does not exist", NEW_RUN, Path.of("no-such-run"));
    said("has no config.toml", NEW_RUN, folder);
    said("has no config.toml", NEW_RUN, Path.of("/"));
  }

  private static void said(String what, String maybe, Path named) {
    for (String command : new String[] {"evaluate", "plot"}) {
      CommandRun run =
          command.equals("plot")
              ? CommandRun.of(command, named.toString(), "--out", "none")
              : CommandRun.of(command, named.toString());
      assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      assertThat(run.err().lines())
          .containsExactly(
              "plastron: Run (%s) %s, expected the folder of a run.".formatted(named, what), maybe);
    }
  }

  @Test
  void onlyARunIsToBeContinued() throws IOException {
    Path run = folder.resolve("quick/learned");
    assertThat(CommandRun.of(SmallRun.start(run, 1)).err())
        .contains("Maybe continue it: plastron train --resume " + run);
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(CommandRun.of(SmallRun.start(file, 1)).err())
        .contains("Maybe choose another name or remove it first.");
  }

  @Test
  void aRunWithoutCheckpointsAndAnExportAreToldApart() throws IOException {
    Path run = folder.resolve("quick/learned");
    for (String name : new String[] {"checkpoint-000000000.bin", "checkpoint-000000001.bin"}) {
      Files.delete(run.resolve(name));
    }
    assertThat(CommandRun.of("evaluate", run.toString()).err())
        .contains("has no checkpoint", "Maybe its files were deleted");
    Files.createFile(run.resolve("manifest.json"));
    assertThat(CommandRun.of("evaluate", run.toString()).err())
        .contains("Maybe it is an export: plastron emulate " + run);
  }
}
