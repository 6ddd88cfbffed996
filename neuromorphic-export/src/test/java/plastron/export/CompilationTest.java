package plastron.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.artifact.ExportDirectory;
import plastron.export.contract.ChangedImage;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.export.image.ChipImage;
import plastron.export.stage.ExportOptions;
import plastron.export.toy.ToyModels;
import plastron.plasticity.model.PlasticModel;

class CompilationTest {

  private static final List<Input> EXAMPLES =
      Input.each(IntStream.range(0, 8).mapToObj(e -> ToyModels.noise(160, 6, 0.3, e)).toList());

  private static final PlasticModel MODEL = ToyModels.inForm(6, 4, "dp-linear");

  @TempDir private Path folder;

  @Test
  void aModelIsCompiledForAChipByName() {
    Compilation compiled = Compilation.of(MODEL, "toy", EXAMPLES);
    assertThat(compiled.chip().name()).isEqualTo("toy");
    assertThat(compiled.image().profile()).isEqualTo("toy");
    assertThat(compiled.image().seed()).isEqualTo(ExportOptions.DEFAULT.seed());
    ExportOptions options = new ExportOptions(7, ExportOptions.DEFAULT.settings());
    assertThat(Compilation.of(MODEL, "toy", EXAMPLES, options).image().seed()).isEqualTo(7);
  }

  @Test
  void whatIsWrittenIsWhatWasChosen() throws IOException {
    Compilation compiled = Compilation.of(MODEL, "toy", EXAMPLES);
    assertThat(compiled.write(folder.resolve("plain")))
        .containsExactly("image.plastron", "tool/load.txt", "manifest.json");
    assertThat(compiled.write(folder.resolve("chosen"), "toy-listing"))
        .containsExactly("image.plastron", "listing.txt", "manifest.json");
    assertThat(compiled.write(folder.resolve("both"), "toy-listing", "toy-load"))
        .containsExactly("image.plastron", "listing.txt", "tool/load.txt", "manifest.json");
    assertThat(ExportDirectory.read(folder.resolve("chosen"))).isEqualTo(compiled.image());
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws IOException {
    Compilation compiled = Compilation.of(MODEL, "toy", EXAMPLES);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compiled.write(folder.resolve("x"), "toy-lod"))
        .withMessage("Output format for toy (toy-lod) must be one of [toy-listing, toy-load].");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> compiled.write(folder.resolve("x"), "toy-load", "toy-load"))
        .withMessageContaining("must differ");
    assertThat(folder).isEmptyDirectory();
    Files.createDirectory(folder.resolve("x"));
    assertThatThrownBy(() -> compiled.write(folder.resolve("x")))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void theChipRunsTheImage() {
    Compilation compiled = Compilation.of(MODEL, "toy", EXAMPLES);
    SpikeRaster learning = compiled.emulator().run(EXAMPLES.getFirst()).output();
    assertThat(learning.count(0, learning.steps())).isPositive();
    assertThat(compiled.emulator(true, compiled.image().seed()).run(EXAMPLES.getFirst()).output())
        .isEqualTo(learning);
    assertThat(compiled.emulator(false, 1).run(EXAMPLES.getFirst()).output())
        .isNotEqualTo(learning);
    FidelityReport report =
        compiled.compare(EXAMPLES, (spikes, episode) -> true, FidelityBounds.DEFAULT, 1);
    assertThat(report.accuracy().chipCorrect()).isEqualTo(EXAMPLES.size());
    assertThat(report.traces()).hasSize(1);
  }

  @Test
  void argumentsAreChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Compilation.of(MODEL, "loihi9", EXAMPLES))
        .withMessageContaining("(loihi9)");
    assertThatThrownBy(() -> Compilation.of(ToyModels.inForm(6, 4, "dp-oja"), "toy", EXAMPLES))
        .isInstanceOf(ExportRefusedException.class);
    Compilation compiled = Compilation.of(MODEL, "toy", EXAMPLES);
    ChipImage foreign = ChangedImage.of(compiled.image()).profile("loihi9").image();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Compilation(MODEL, compiled.chip(), foreign))
        .withMessage("Chip of the image (loihi9) must be one of [toy].");
  }
}
