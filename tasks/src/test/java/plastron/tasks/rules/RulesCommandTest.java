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

  @Test
  void aRuleOfLavaIsExplainedAndShownForEveryChip() {
    String rule =
        "Loihi2FLearningRule(dw=\"2^-2*u1*t*x1*y1 - 2^-3*u1*w\", x1_impulse=16, x1_tau=10,"
            + " y1_impulse=16, y1_tau=10)";
    for (String format : new String[] {"text", "markdown", "latex"}) {
      CommandRun run = CommandRun.of("rules", "--lava", rule, "--format", format);
      assertThat(run.err()).isEmpty();
      assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
      assertThat(run.out())
          .contains(
              "dw = 1*2^-2*u1*t*x1*y1 - 1*2^-3*u1*w", "It is Lava's with A = 1.725, N = 0.1250")
          .containsPattern("\\(loihi1\\): runs");
    }
  }

  @Test
  void aRuleOfLavaWithoutWordsStaysLavas() {
    CommandRun run = CommandRun.of("rules", "--lava", "2*x1*y0 - 2*x0*y1");
    assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
    assertThat(run.out()).contains("warning: L-LANGUAGE ").doesNotContain("(loihi1): ");
  }

  @Test
  void whatIsNoRuleOfLavaIsRefusedInOneLine() {
    CommandRun run = CommandRun.of("rules", "--lava", "2*x1*q");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("plastron: The rule (2*x1*q) has the unknown name (q).");
    assertThat(run.out()).isEmpty();
    CommandRun both = CommandRun.of("rules", "dp-oja", "--lava", "2*x1*y0");
    assertThat(both.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }
}
