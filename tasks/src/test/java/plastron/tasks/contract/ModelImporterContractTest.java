package plastron.tasks.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.export.file.BrokenFileException;
import plastron.export.format.ModelImporter;
import plastron.export.format.ModelImporters;
import plastron.export.model.ModelFile;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.tasks.cli.CommandRun;

/**
 * What every model importer that the service loader finds must keep. An importer comes with files
 * to try it on, in the folder {@code src/test/resources/models/NAME} of some module.
 */
class ModelImporterContractTest {

  private static final int DAMAGED = 300;

  @TempDir private Path folder;

  static List<ModelImporter> importers() {
    return ModelImporters.all();
  }

  private static List<Path> samples(ModelImporter importer) throws IOException {
    try (Stream<Path> modules = Files.list(Path.of("..").toRealPath())) {
      List<Path> samples =
          modules
              .map(m -> m.resolve("src/test/resources/models").resolve(importer.name()))
              .filter(Files::isDirectory)
              .flatMap(ModelImporterContractTest::filesOf)
              .sorted()
              .toList();
      assertThat(samples).as("files to try %s on", importer.name()).isNotEmpty();
      return samples;
    }
  }

  private static Stream<Path> filesOf(Path samples) {
    return Arrays.stream(samples.toFile().listFiles()).map(file -> file.toPath());
  }

  @Test
  void namesAreUnlikeEachOther() {
    assertThat(importers()).isNotEmpty().extracting(ModelImporter::name).doesNotHaveDuplicates();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ModelImporters.named("no-such"))
        .withMessageContaining("(no-such)")
        .withMessageContaining(importers().getFirst().name());
  }

  @ParameterizedTest
  @MethodSource("importers")
  void itSaysWhatItIs(ModelImporter importer) {
    assertThat(importer.name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(importer.description()).isNotBlank().matches("[^\\p{Cc}]*[^.]");
    assertThat(ModelImporters.named(importer.name())).hasSameClassAs(importer);
    assertThat(CommandRun.of("doctor").out()).contains(importer.name());
  }

  /** Found by what files begin with, and kept in Plastron's own format without loss. */
  @ParameterizedTest
  @MethodSource("importers")
  void filesAreRecognisedReadAndKept(ModelImporter importer) throws IOException {
    for (Path sample : samples(importer)) {
      byte[] content = Files.readAllBytes(sample);
      Path unnamed = Files.write(folder.resolve("unnamed"), content);
      assertThat(ModelImporters.of(unnamed)).hasSameClassAs(importer);
      PlasticModel model = ModelImporters.read(unnamed);
      assertThat(ModelFile.bytes(importer.read(sample))).isEqualTo(ModelFile.bytes(model));
      assertThat(Files.readAllBytes(unnamed)).isEqualTo(content);
      Files.delete(unnamed);

      Path kept = folder.resolve("kept.plastron");
      ModelFile.write(model, kept);
      PlasticModel back = ModelImporters.read(kept);
      assertThat(back).usingRecursiveComparison().isEqualTo(model);
      assertThat(PlasticRunner.of(back)).isNotNull();
      Files.delete(kept);
    }
  }

  @ParameterizedTest
  @MethodSource("importers")
  void whatIsNoneOfItsFilesIsOneClearLine(ModelImporter importer) throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    byte[] noise = new byte[1000];
    random.nextBytes(noise);
    byte[] begins = Files.readAllBytes(samples(importer).getFirst());
    byte[] forged = Arrays.copyOf(begins, ModelImporter.BEGINNING + noise.length);
    random.nextBytes(noise);
    System.arraycopy(noise, 0, forged, Math.min(64, begins.length / 2), noise.length);
    for (byte[] content : List.of(new byte[0], new byte[1], new byte[5000], noise, forged)) {
      refused(importer, content);
    }
  }

  @ParameterizedTest
  @MethodSource("importers")
  void whatIsCutOffIsOneClearLine(ModelImporter importer) throws IOException {
    for (Path sample : samples(importer)) {
      byte[] content = Files.readAllBytes(sample);
      // A text may do without its last line break.
      for (int k = 0; k < 64; k++) {
        refused(importer, Arrays.copyOf(content, (int) ((long) content.length * k / 64)));
      }
    }
  }

  private void refused(ModelImporter importer, byte[] content) throws IOException {
    Path file = Files.write(folder.resolve("broken"), content);
    assertThatThrownBy(() -> importer.read(file))
        .as("%d bytes", content.length)
        .isInstanceOf(BrokenFileException.class)
        .hasMessageStartingWith("File (%s) ".formatted(file))
        .hasMessageMatching("[^\\p{Cc}]*\\.");
    assertThatThrownBy(() -> ModelImporters.read(file))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageStartingWith("File (%s) ".formatted(file))
        .hasMessageMatching("[^\\p{Cc}]*\\.");
  }

  /** A changed byte is refused, or the model it makes can be kept; nothing else happens. */
  @ParameterizedTest
  @MethodSource("importers")
  void whatIsDamagedIsRefusedOrAModel(ModelImporter importer) throws IOException {
    SplittableRandom random = new SplittableRandom(2);
    List<Path> samples = samples(importer);
    Path file = folder.resolve("damaged");
    for (int k = 0; k < DAMAGED; k++) {
      byte[] content = Files.readAllBytes(samples.get(k % samples.size()));
      content[random.nextInt(content.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, content);
      try {
        assertThat(ModelFile.bytes(importer.read(file))).isNotEmpty();
      } catch (BrokenFileException e) {
        assertThat(e).hasMessageMatching("File \\([^)]*\\) [^\\p{Cc}]*\\.");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("importers")
  void whatIsNoFileIsNotRead(ModelImporter importer) {
    Path absent = folder.resolve("absent");
    for (ModelReader reader : List.<ModelReader>of(importer::read, ModelImporters::read)) {
      assertThatThrownBy(() -> reader.read(absent)).isInstanceOf(NoSuchFileException.class);
      assertThatThrownBy(() -> reader.read(folder))
          .isInstanceOf(BrokenFileException.class)
          .hasMessage("File (%s) is no regular file.".formatted(folder));
    }
  }

  private interface ModelReader {
    PlasticModel read(Path file) throws IOException;
  }

  @ParameterizedTest
  @MethodSource("importers")
  void anyBeginningMayBeAskedAbout(ModelImporter importer) throws IOException {
    assertThat(importer.recognises(new byte[0])).isFalse();
    assertThat(importer.recognises(new byte[1])).isFalse();
    for (ModelImporter other : importers()) {
      for (Path sample : samples(other)) {
        byte[] content = Files.readAllBytes(sample);
        byte[] beginning =
            Arrays.copyOf(content, Math.min(content.length, ModelImporter.BEGINNING));
        boolean own = other.name().equals(importer.name());
        assertThat(importer.recognises(beginning)).as("%s", sample).isEqualTo(own);
      }
    }
  }
}
