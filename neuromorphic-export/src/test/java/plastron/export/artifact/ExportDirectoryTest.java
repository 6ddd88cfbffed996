package plastron.export.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.run.Input;
import plastron.export.file.BrokenFileException;
import plastron.export.format.OutputFormats;
import plastron.export.image.ChipImage;
import plastron.export.image.OutputFile;
import plastron.export.kit.FixedPointEmulator;
import plastron.export.model.ModelFile;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.export.toy.ToyModels;
import plastron.export.toy.ToyProfile;

class ExportDirectoryTest {

  @TempDir Path folder;

  private static ChipImage export() {
    return ExportPipeline.to(new ToyProfile(), m -> new FixedPointEmulator(m, true))
        .run(
            ToyModels.inForm(5, 4, "dp-bcm", "dp-linear"),
            Input.each(List.of(ToyModels.noise(80, 5, 0.3, 1))),
            ExportOptions.DEFAULT);
  }

  private static List<OutputFile> files(ChipImage image) {
    return OutputFormats.write(image, OutputFormats.defaults("toy"));
  }

  private Path write() throws IOException {
    ChipImage image = export();
    Path out = folder.resolve("out");
    assertThat(ExportDirectory.write(image, files(image), out))
        .containsExactly("image.plastron", "tool/load.txt", "manifest.json");
    return out;
  }

  @Test
  void theImageComesBackEqual() throws IOException {
    assertThat(ExportDirectory.read(write())).isEqualTo(export());
  }

  @Test
  void theManifestListsFilesScalesResourcesAndDiagnostics() throws IOException {
    JsonObject manifest =
        JsonParser.parseString(Files.readString(write().resolve("manifest.json")))
            .getAsJsonObject();
    assertThat(manifest.get("profile").getAsString()).isEqualTo("toy");
    assertThat(manifest.getAsJsonArray("files")).hasSize(2);
    assertThat(manifest.getAsJsonArray("diagnostics")).isNotEmpty();
    assertThat(manifest.getAsJsonArray("resources")).hasSize(2);
    JsonObject layer = manifest.getAsJsonArray("layers").get(0).getAsJsonObject();
    assertThat(layer.getAsJsonArray("arrays").get(0).getAsJsonObject().get("lsb").getAsDouble())
        .isPositive();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void anExportIsAsOpenToOthersAsAnyFolder() throws IOException {
    Path plain = Files.createDirectory(folder.resolve("plain"));
    assertThat(Files.getPosixFilePermissions(write()))
        .isEqualTo(Files.getPosixFilePermissions(plain));
  }

  @Test
  void theSameExportGivesTheSameBytes() throws IOException {
    Path first = write();
    ChipImage again = export();
    Path second = folder.resolve("again");
    ExportDirectory.write(again, files(again), second);
    for (String name : List.of("image.plastron", "tool/load.txt", "manifest.json")) {
      assertThat(second.resolve(name)).hasSameBinaryContentAs(first.resolve(name));
    }
  }

  @Test
  void anExistingFolderIsLeftAlone() throws IOException {
    Path out = Files.createDirectory(folder.resolve("out"));
    ChipImage image = export();
    assertThatThrownBy(() -> ExportDirectory.write(image, files(image), out))
        .isInstanceOf(FileAlreadyExistsException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(out);
    }
    assertThat(out).isEmptyDirectory();
  }

  @Test
  void changedMissingAndForeignFilesAreNamed() throws IOException {
    Path out = write();
    Path tool = out.resolve("tool/load.txt");
    Files.writeString(tool, "changed");
    assertThatThrownBy(() -> ExportDirectory.read(out))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("load.txt")
        .hasMessageContaining("Maybe it was changed or damaged.");
    Files.delete(tool);
    assertThatThrownBy(() -> ExportDirectory.read(out))
        .hasMessageContaining("is missing, the manifest lists it");
    Files.writeString(out.resolve("manifest.json"), "[1]");
    assertThatThrownBy(() -> ExportDirectory.read(out))
        .hasMessageContaining("is no manifest of an export");
    assertThatThrownBy(() -> ExportDirectory.read(folder))
        .hasMessageContaining("Maybe this is not the folder");
  }

  @Test
  void aManifestThatNamesAnotherChipOrModelIsRefused() throws IOException {
    Path out = write();
    Path manifest = out.resolve("manifest.json");
    String text = Files.readString(manifest);
    Files.writeString(manifest, text.replace("\"profile\": \"toy\"", "\"profile\": \"loihi2\""));
    assertThatThrownBy(() -> ExportDirectory.read(out))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining("names the profile (loihi2), the image is for (toy)");
  }

  @Test
  void aFileOutsideOfTheExportIsNotRead() throws IOException {
    Path out = write();
    Path manifest = out.resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replace("tool/load.txt", "../secret"));
    assertThatThrownBy(() -> ExportDirectory.read(out))
        .hasMessageContaining("(../secret) must be a relative path inside the export");
  }

  @Test
  void aManifestThatSaysWhatNoneCanSayIsRefused() throws IOException {
    Path manifest = write().resolve("manifest.json");
    String text = Files.readString(manifest);
    for (String version : List.of("\"\"", "\"a\"", "1.9", "[]", "null", "1e99", "9")) {
      refused(manifest, text.replace("\"version\": 1", "\"version\": " + version), "version");
    }
    JsonObject listed = JsonParser.parseString(text).getAsJsonObject();
    String files = listed.get("files").toString();
    for (String other : List.of("{}", "[]", "7", "[7]", "[{}]", "null")) {
      listed.add("files", JsonParser.parseString(other));
      refused(manifest, listed.toString(), "");
    }
    listed.add("files", JsonParser.parseString(files));
    for (String name : List.of("a\u0000b", "", "/etc/passwd", "a/../../b", "x\ny")) {
      JsonObject renamed = listed.deepCopy();
      renamed.getAsJsonArray("files").get(1).getAsJsonObject().addProperty("name", name);
      refused(manifest, renamed.toString(), "must be a relative path inside the export");
    }
    JsonObject twice = listed.deepCopy();
    twice.getAsJsonArray("files").add(twice.getAsJsonArray("files").get(1));
    refused(manifest, twice.toString(), "lists the file (tool/load.txt) twice");
    JsonObject without = listed.deepCopy();
    without.getAsJsonArray("files").remove(0);
    refused(manifest, without.toString(), "does not list the file (image.plastron)");
    refused(manifest, text + "{}", "is no manifest");
    refused(manifest, "\u00ff" + text, "is no manifest");
    refused(manifest, "", "is no manifest");
  }

  private void refused(Path manifest, String text, String message) throws IOException {
    Files.writeString(manifest, text);
    assertThatThrownBy(() -> ExportDirectory.read(folder.resolve("out")))
        .isInstanceOf(BrokenFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void filesThatAreNeededMustBeListed() throws IOException {
    Path out = write();
    assertThat(ExportDirectory.read(out, "tool/load.txt")).isNotNull();
    assertThatThrownBy(() -> ExportDirectory.read(out, "config.toml"))
        .hasMessageContaining("does not list the file (config.toml)");
  }

  @Test
  void aModelIsNoImage() throws IOException {
    Path file = folder.resolve("m");
    ModelFile.write(ToyModels.inForm(2, 1, "static"), file);
    assertThatThrownBy(() -> ImageFile.read(file))
        .hasMessageEndingWith("is no chip image of Plastron.");
  }
}
