package plastron.export.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.export.file.BrokenFileException;
import plastron.export.model.ModelFile;
import plastron.export.model.PlastronImporter;
import plastron.export.toy.ToyModels;
import plastron.plasticity.model.PlasticModel;

class ModelImportersTest {

  private static final PlasticModel MODEL = ToyModels.inForm(2, 1, "static");

  private static final List<ModelImporter> TWO =
      List.of(new PlastronImporter(), new Letters("curly", '{'), new Letters("braces", '{'));

  @TempDir private Path folder;

  /** Says of every file that begins with a letter that it holds the same model. */
  private record Letters(String name, char first) implements ModelImporter {

    @Override
    public String description() {
      return "files that begin with " + first;
    }

    @Override
    public boolean recognises(byte[] beginning) {
      boolean own = beginning.length > 0 && beginning[0] == first;
      Arrays.fill(beginning, (byte) 0);
      return own;
    }

    @Override
    public PlasticModel read(Path file) {
      return MODEL;
    }
  }

  @Test
  void theLoaderFindsPlastronsOwn() throws IOException {
    assertThat(ModelImporters.named("plastron")).isInstanceOf(PlastronImporter.class);
    Path file = folder.resolve("whatever.txt");
    ModelFile.write(MODEL, file);
    assertThat(ModelImporters.read(file)).usingRecursiveComparison().isEqualTo(MODEL);
  }

  @Test
  void whatAFileBeginsWithDecides() throws IOException {
    Path own = folder.resolve("own");
    ModelFile.write(MODEL, own);
    assertThat(ModelImporters.of(own, TWO).name()).isEqualTo("plastron");
    Path curly = Files.writeString(folder.resolve("curly"), "{}");
    assertThat(ModelImporters.of(curly, TWO.subList(0, 2)).name()).isEqualTo("curly");
    assertThatThrownBy(() -> ModelImporters.of(curly, TWO))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage(
            "File (%s) begins like files of several kinds [curly, braces]. Maybe name one."
                .formatted(curly));
  }

  @Test
  void whatNobodyReadsIsOneLine() throws IOException {
    Path text = Files.writeString(folder.resolve("text"), "hello");
    assertThatThrownBy(() -> ModelImporters.of(text, TWO))
        .isInstanceOf(BrokenFileException.class)
        .hasMessage(
            "File (%s) begins like no model that this build reads, expected a file for one of [plastron, curly, braces]."
                .formatted(text));
    Path empty = Files.createFile(folder.resolve("empty"));
    assertThatThrownBy(() -> ModelImporters.of(empty, TWO))
        .hasMessage("File (%s) is empty, expected a model.".formatted(empty));
  }
}
