package plastron.tasks.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.plasticity.catalogue.Catalogue;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

class RulesCommandTest {

  @ParameterizedTest
  @ValueSource(strings = {"text", "markdown", "latex"})
  void theCatalogueHasEveryRule(String format) {
    CommandRun run = CommandRun.of("rules", "--format", format);
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).contains(Catalogue.names());
  }

  static List<String> ruleNames() {
    return Catalogue.names();
  }

  @ParameterizedTest
  @MethodSource("ruleNames")
  void aRuleIsShownForEveryChip(String rule) {
    for (String format : new String[] {"text", "markdown", "latex"}) {
      CommandRun run = CommandRun.of("rules", rule, "--format", format);
      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
      for (ChipProfile<?, ?> chip : ChipProfiles.all()) {
        assertThat(run.out()).containsPattern("\\(" + chip.name() + "\\): (runs|does not run)");
      }
    }
  }

  @Test
  void anUnknownRuleIsNamedWithTheNearest() {
    CommandRun run = CommandRun.of("rules", "dp-ojja");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .startsWith("plastron: Rule (dp-ojja) must be one of ")
        .contains("Maybe dp-oja was meant.");
    assertThat(run.out()).isEmpty();
  }

  @Test
  void anUnknownFormatIsRefused() {
    CommandRun run = CommandRun.of("rules", "--format", "html");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err())
        .startsWith("plastron: Option --format (html) must be one of text, markdown, latex.");
  }

  @Test
  void theDocumentIsUpToDate() throws IOException {
    assertThat(Path.of("..", "docs", "rules.md"))
        .as("Maybe run: ./plastron rules --format markdown > docs/rules.md")
        .hasContent(CommandRun.of("rules", "--format", "markdown").out());
    assertThat(Files.readString(Path.of("..", "docs", "rules.md"))).endsWith("\n");
  }
}
