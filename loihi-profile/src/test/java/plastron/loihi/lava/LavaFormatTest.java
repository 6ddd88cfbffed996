package plastron.loihi.lava;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.contract.ChangedImage;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.export.image.OutputFile;
import plastron.export.message.Sha256;
import plastron.export.npz.NpyArray;
import plastron.export.npz.NpzContent;
import plastron.loihi.profile.CompiledModels;
import plastron.loihi.run.ImageKeys;

/** What a bundle holds; that Lava runs it to the same end is a test of the module tasks. */
class LavaFormatTest {

  private final LavaFormat format = new LavaFormat();

  private Map<String, byte[]> files(ChipImage image) {
    Map<String, byte[]> files = new HashMap<>();
    format.write(image).forEach(f -> files.put(f.name(), f.bytes()));
    return files;
  }

  private static byte[] file(Map<String, byte[]> files, String name) {
    return Objects.requireNonNull(files.get("lava/" + name), name);
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(file(files, name), StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @CsvSource({
    "loihi1, dp-linear",
    "loihi1, dp-bcm",
    "loihi2, dp-oja-local",
    "loihi2, ndp-oja",
    "loihi2, static"
  })
  void everyFileIsThereWithItsChecksumAndTheSameEveryTime(String chip, String rule) {
    ChipImage image = CompiledModels.image(chip, rule);
    List<OutputFile> written = format.write(image);
    assertThat(format.write(image)).isEqualTo(written);
    Map<String, byte[]> files = files(image);
    JsonObject manifest = JsonParser.parseString(text(files, "manifest.json")).getAsJsonObject();
    assertThat(manifest.get("chip").getAsString()).isEqualTo(chip);
    assertThat(manifest.getAsJsonArray("files")).hasSize(written.size() - 1);
    manifest
        .getAsJsonArray("files")
        .forEach(
            entry -> {
              JsonObject file = entry.getAsJsonObject();
              byte[] bytes = file(files, file.get("name").getAsString());
              assertThat(file.get("sha256").getAsString()).isEqualTo(Sha256.hex(bytes));
              assertThat(file.get("bytes").getAsInt()).isEqualTo(bytes.length);
            });
  }

  @Test
  void weightsAreLearnedAndRulesAreThoseOfTheImage() throws IOException {
    ChipImage image = CompiledModels.image("loihi2", "ndp-oja");
    Map<String, byte[]> files = files(image);
    List<NpyArray> expected = NpzContent.of(file(files, "expected.npz"));
    for (String learned : List.of("plastic0", "accumulator0", "plastic1", "accumulator1")) {
      NpyArray array =
          expected.stream()
              .filter(a -> a.name().equals("trial0." + learned + ".weights"))
              .findFirst()
              .orElseThrow();
      assertThat(Arrays.stream(NpzContent.numbers(array)).anyMatch(w -> w != 0)).isTrue();
    }
    String script = text(files, "run.py");
    for (ImageLayer layer : image.layers()) {
      String dw = ImageKeys.line(layer, ImageKeys.PLASTIC_DW).orElseThrow();
      assertThat(script).contains("dw=\"" + dw + "\"");
      assertThat(script).contains("tag_1=network[\"layer0.tag\"]");
    }
    assertThat(script).contains("Needs vendor extension");
    assertThat(format.diagnostics(image))
        .extracting(Diagnostic::code)
        .containsExactly("L-LAVA-ROUND", "L-VENDOR", "L-LAVA-ROUND", "L-VENDOR");
  }

  @Test
  void aNetworkWithoutLearningIsNeitherRoundedNorExtended() {
    ChipImage image = CompiledModels.image("loihi2", "static");
    assertThat(format.diagnostics(image)).isEmpty();
    assertThat(text(files(image), "run.py")).doesNotContain("Program0").contains("LEARNING = []");
  }

  @Test
  void partsThatNothingConnectsAreRefusedByName() {
    ChipImage image = CompiledModels.image("loihi2", "static");
    List<ImagePopulation> more = new ArrayList<>(image.populations());
    more.add(new ImagePopulation("island", 3, true));
    ChipImage parts = ChangedImage.of(image).populations(more).image();
    assertThat(format.diagnostics(parts)).extracting(Diagnostic::code).contains("L-LAVA-PARTS");
    assertThatThrownBy(() -> format.write(parts)).isInstanceOf(ExportRefusedException.class);
  }

  @Test
  void namesOfAForgedImageDoNotGetIntoTheProgram() {
    String name = "a\"\"\"\nimport os\n";
    ChipImage image = CompiledModels.image("loihi2", "static");
    ChipImage forged =
        ChangedImage.of(image).layer(0, layer -> with(layer, name, "x\"]);import")).image();
    assertThatThrownBy(() -> format.write(forged))
        .isInstanceOf(BrokenImageException.class)
        .hasMessageContaining("Array name (x");
    ChipImage named =
        ChangedImage.of(image).layer(0, layer -> with(layer, name, "further")).image();
    assertThat(text(files(named), "run.py"))
        .contains("; import os, rule static.")
        .doesNotContain("\nimport os\n,");
  }

  private static ImageLayer with(ImageLayer layer, String name, String array) {
    List<QuantizedArray> arrays = new ArrayList<>(layer.arrays());
    arrays.add(QuantizedArray.exact(array, new int[][] {new int[layer.size()]}));
    return new ImageLayer(
        name,
        layer.from(),
        layer.to(),
        layer.inputs(),
        layer.size(),
        layer.rule(),
        layer.program(),
        layer.integers(),
        layer.reals(),
        arrays,
        layer.reset());
  }
}
