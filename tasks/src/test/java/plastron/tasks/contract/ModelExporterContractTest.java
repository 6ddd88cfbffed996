package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.export.contract.RandomModels;
import plastron.export.contract.RandomNetworks;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.diagnostic.Severity;
import plastron.export.format.ModelExporter;
import plastron.export.format.ModelExporters;
import plastron.export.format.ModelImporters;
import plastron.export.format.WrittenModel;
import plastron.export.model.ModelFile;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.plasticity.model.PlasticModel;
import plastron.tasks.cli.CommandRun;

/** What every model exporter that the service loader finds must keep. */
class ModelExporterContractTest {

  private static final int MODELS = 10;

  @TempDir private Path folder;

  static List<ModelExporter> exporters() {
    return ModelExporters.all();
  }

  /** Models in the form of every chip, of layers and of drawn graphs. */
  private static List<PlasticModel> models() {
    List<PlasticModel> models = new ArrayList<>();
    for (ChipProfile<?, ?> chip : ChipProfiles.all()) {
      for (int seed = 1; seed <= MODELS; seed++) {
        models.add(RandomModels.draw(seed, chip.form()).model());
        models.add(RandomNetworks.draw(seed, chip.form()).model());
      }
    }
    return models;
  }

  @Test
  void namesAreUnlikeEachOther() {
    assertThat(exporters()).isNotEmpty().extracting(ModelExporter::name).doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelExporters.named("no-such"))
        .withMessageContaining("(no-such)")
        .withMessageContaining(exporters().getFirst().name());
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void itSaysWhatItIs(ModelExporter exporter) {
    assertThat(exporter.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(exporter.description()).isNotBlank().matches("[^\\p{Cc}]*[^.]");
    assertThat(ModelExporters.named(exporter.name())).hasSameClassAs(exporter);
    assertThat(CommandRun.of("doctor").out()).contains(exporter.name());
    assertThat(CommandRun.of("export", "--help").out()).contains(exporter.name());
  }

  /** Refused with reasons, or written so that what comes back is the same. */
  @ParameterizedTest
  @MethodSource("exporters")
  void whatIsWrittenComesBack(ModelExporter exporter) throws IOException {
    int count = 0;
    Path file = folder.resolve("model");
    for (PlasticModel model : models()) {
      try {
        WrittenModel written = exporter.write(model);
        assertThat(exporter.write(model).bytes()).isEqualTo(written.bytes());
        assertThat(written.diagnostics()).noneMatch(d -> d.severity() == Severity.REFUSAL);
        Files.write(file, written.bytes());
        assertThat(ModelImporters.of(file).name()).isEqualTo(exporter.name());
        assertThat(ModelFile.bytes(ModelImporters.read(file))).isEqualTo(ModelFile.bytes(model));
        count++;
      } catch (ExportRefusedException e) {
        assertThat(e.refusals()).isNotEmpty();
        assertThat(e.refusals())
            .extracting(Diagnostic::toString)
            .allMatch(line -> line.matches("[^\\p{Cc}]+"));
      }
    }
    assertThat(count).isGreaterThan(MODELS);
  }
}
