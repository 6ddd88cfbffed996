package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import plastron.export.profile.ChipProfiles;
import plastron.tasks.cli.CommandRun;
import plastron.tasks.cli.ExitCode;

/** The page of all rules on all chips. */
class CatalogueTableTest {

  @Test
  void drawnModelsAreNoRulesOfTheCatalogue() {
    CommandRun run = CommandRun.of("contract", "loihi1", "--catalogue", "--random", "3");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).contains("Option --catalogue is for", "Maybe leave --random out.");
  }

  @Test
  void theDocumentIsUpToDate() {
    assertThat(Path.of("..", "docs", "rules-on-chips.md"))
        .as("Maybe run: ./plastron contract --catalogue > docs/rules-on-chips.md")
        .hasContent(
            CatalogueTable.print(
                ChipProfiles.all(),
                Runtime.getRuntime().availableProcessors(),
                new ContractProgress(new PrintWriter(Writer.nullWriter()))));
  }
}
