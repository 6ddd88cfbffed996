package plastron.tasks.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class ConformanceCommandTest {

  private static final String SKIPPED = "{\"core_images\": []}";

  @TempDir private Path folder;

  @Test
  void aMissingFolderIsBadInput() {
    CommandRun run = CommandRun.of("conformance", folder.resolve("nowhere").toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("plastron: there is no folder (").contains("\nMaybe ");
  }

  @Test
  void anEmptyFolderIsBadInput() throws IOException {
    Files.writeString(folder.resolve("README.md"), "no reference file");
    CommandRun run = CommandRun.of("conformance", folder.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .startsWith("plastron: no reference file (*.json, *.h5, *.nir) in the folder (");
  }

  @Test
  void aFileInsteadOfAFolderIsBadInput() throws IOException {
    Path file = Files.writeString(folder.resolve("a.json"), SKIPPED);
    CommandRun run = CommandRun.of("conformance", file.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("plastron: not a folder (");
  }

  @Test
  void filesOfInnerFoldersComeSortedByName() throws IOException {
    Files.createDirectories(folder.resolve("b"));
    Files.writeString(folder.resolve("c.json"), SKIPPED);
    Files.writeString(folder.resolve("b/x.json"), SKIPPED);
    Files.writeString(folder.resolve("a.json"), SKIPPED);
    CommandRun run = CommandRun.of("conformance", folder.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out().lines().limit(3).map(line -> line.split(" +", -1)[1]))
        .containsExactly("a.json", "b/x.json", "c.json");
    assertThat(run.lastLine()).isEqualTo("0 passed, 0 failed, 3 skipped");
  }

  @Test
  void anUnknownFormatIsBrokenAndCountsAsFailed() throws IOException {
    Files.writeString(
        folder.resolve("a.json"), "{\"format\": \"loihi-conformance/9\", \"kind\": \"lif\"}");
    CommandRun run = CommandRun.of("conformance", folder.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out())
        .startsWith("BROKEN  a.json")
        .contains("its format is \"loihi-conformance/9\"");
    assertThat(run.lastLine()).isEqualTo("0 passed, 1 failed");
    assertThat(run.err()).startsWith("plastron: broken reference files (1), the first is a.json: ");
  }

  @Test
  void whateverAFileHoldsItsVerdictIsOneLine() throws IOException {
    String name = "two\\nlines\\u001b[31m" + "long".repeat(10_000);
    Files.writeString(folder.resolve("a.json"), "{\"%s\": 1}".formatted(name));
    Files.writeString(folder.resolve("b.json"), "{\"%s\": 1, \"%s\": 2}".formatted(name, name));
    Files.writeString(folder.resolve("c.json"), "{\"format\": \"%s\"}".formatted(name));
    CommandRun run = CommandRun.of("conformance", folder.toString());
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.out().lines()).hasSize(4).allMatch(line -> line.length() < 1200);
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.length() < 1200);
    assertThat(run.out() + run.err()).doesNotContain("\u001b");
  }

  @Test
  void theJsonReportHasTheSameVerdicts() throws IOException {
    Files.writeString(folder.resolve("a.json"), SKIPPED);
    Files.writeString(folder.resolve("b.json"), "{");
    CommandRun run = CommandRun.of("conformance", "--json", folder.toString());
    JsonObject report = JsonParser.parseString(run.out()).getAsJsonObject();
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(report.getAsJsonArray("files").get(1).getAsJsonObject().get("status").getAsString())
        .isEqualTo("BROKEN");
    assertThat(report.getAsJsonObject("totals").get("skipped").getAsInt()).isEqualTo(1);
    assertThat(report.getAsJsonObject("totals").get("failed").getAsInt()).isEqualTo(1);
  }
}
