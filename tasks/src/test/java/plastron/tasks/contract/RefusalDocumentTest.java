package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plastron.export.kit.TestedCodes;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

/** The page of all codes, and that no code refuses of which no test knows both sides. */
class RefusalDocumentTest {

  private static final Path PROJECT = Path.of("..");

  private static List<Path> modules() throws IOException {
    try (Stream<Path> folders = Files.list(PROJECT)) {
      return folders.filter(f -> Files.isDirectory(f.resolve("src/main/java"))).toList();
    }
  }

  @Test
  void everyRefusalIsListedAndKnownFromBothSides() throws IOException {
    TestedCodes codes = TestedCodes.of(modules());
    assertThat(codes.refusing()).contains("L-EXP-RANGE", "L-ETA-RANGE", "S-TAU", "N-TEXT", "-SRM");
    codes.check(RefusalDocument.lists(), ChipProfiles.all());
  }

  @Test
  void theDocumentIsUpToDate() {
    CommandRun run = CommandRun.of("contract", "--codes");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(PROJECT.resolve("docs").resolve("refusal-codes.md"))
        .as("Maybe run: ./plastron contract --codes > docs/refusal-codes.md")
        .hasContent(run.out());
  }

  @Test
  void codesAreThoseOfAllChips() {
    CommandRun run = CommandRun.of("contract", "loihi1", "--codes");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("Option --codes is for all chips", "Maybe leave (loihi1) out.");
    CommandRun drawn = CommandRun.of("contract", "--codes", "--random", "3");
    assertThat(drawn.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(drawn.err()).contains("Option --codes is", "Maybe leave --random out.");
  }
}
