package plastron.export.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import plastron.core.run.Input;
import plastron.export.file.BrokenFileException;
import plastron.export.kit.FixedPointEmulator;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.proto.ImageProto;
import plastron.export.stage.ExportOptions;
import plastron.export.toy.ToyModels;
import plastron.export.toy.ToyProfile;

/** Images whose checksum is right and that say something no compiler would. */
class ImpossibleImageTest {

  private static final ImageProto MESSAGE =
      ImageMessage.write(
          ExportPipeline.to(new ToyProfile(), m -> new FixedPointEmulator(m, true))
              .run(
                  ToyModels.inForm(5, 4, "dp-linear", "dp-linear"),
                  Input.each(List.of(ToyModels.noise(80, 5, 0.3, 1))),
                  ExportOptions.DEFAULT));

  @TempDir Path folder;

  private String refusalOf(Consumer<ImageProto.Builder> change) throws IOException {
    ImageProto.Builder message = MESSAGE.toBuilder();
    change.accept(message);
    Path file = folder.resolve("image");
    Files.write(file, ImageFile.ENVELOPE.wrap(1, message.build().toByteArray()));
    BrokenFileException refused =
        catchThrowableOfType(BrokenFileException.class, () -> ImageFile.read(file));
    assertThat(refused).isNotNull();
    String prefix = "holds no valid chip image: ";
    assertThat(refused.reason()).startsWith(prefix).doesNotContain("\n");
    return refused.reason().substring(prefix.length());
  }

  @Test
  void unchangedItIsRead() throws IOException {
    Path file = folder.resolve("image");
    Files.write(file, ImageFile.ENVELOPE.wrap(1, MESSAGE.toByteArray()));
    assertThat(ImageMessage.write(ImageFile.read(file))).isEqualTo(MESSAGE);
  }

  @Test
  void namesThatAreNoNamesAreSaidInOneLine() throws IOException {
    for (String name : new String[] {"two\nlines", "\u001b[31mred", "a".repeat(100_000)}) {
      String refusal = refusalOf(image -> image.getLayersBuilder(0).setName(name));
      assertThat(refusal).doesNotContain("\u001b").hasSizeLessThan(1010);
    }
  }

  @Test
  void matricesThatTheFileDoesNotHold() throws IOException {
    int[][] shapes = {{Integer.MAX_VALUE, 0}, {-1, -20}, {0, 0}, {-1, 0}, {1, 21}, {1 << 30, 4}};
    for (int[] shape : shapes) {
      assertThat(
              refusalOf(
                  image -> {
                    var array = image.getLayersBuilder(0).getArraysBuilder(0);
                    array.setRows(shape[0]).setColumns(shape[1]);
                    if (shape[1] == 0) {
                      array.clearValues();
                    }
                  }))
          .startsWith("Array W (")
          .endsWith("must have %d rows of %d.".formatted(shape[0], shape[1]));
    }
  }

  @Test
  void sizesThatNothingInTheFileHas() throws IOException {
    for (int size : new int[] {0, -1, 3, Integer.MAX_VALUE}) {
      assertThat(refusalOf(image -> image.getLayersBuilder(1).setSize(size)))
          .isEqualTo(
              size < 1
                  ? "Population layer2 (size %d) needs at least 1 neuron.".formatted(size)
                  : "Layer layer2 needs an array of its synapses, 4 rows of %d; it has [eta, W, alpha]."
                      .formatted(size));
      assertThat(refusalOf(image -> image.getLayersBuilder(0).setInputs(size)))
          .isEqualTo(
              "Layer layer1 has (%d) inputs and (4) neurons, expected 5 and 4.".formatted(size));
      assertThat(refusalOf(image -> image.setInputs(size)))
          .isEqualTo(
              size < 1
                  ? "Population input (size %d) needs at least 1 neuron.".formatted(size)
                  : "Layer layer1 has (5) inputs and (4) neurons, expected %d and 4."
                      .formatted(size));
    }
    assertThat(
            refusalOf(
                image -> {
                  image.setInputs(Integer.MAX_VALUE);
                  image.getLayersBuilder(0).setInputs(Integer.MAX_VALUE);
                }))
        .startsWith("Layer layer1 needs an array of its synapses, 2147483647 rows of 4;");
  }

  @Test
  void intervalsAndLayersThatAreNone() throws IOException {
    for (int interval : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThat(refusalOf(image -> image.setUpdateInterval(interval)))
          .isEqualTo("Update interval (%d steps) must be at least 1.".formatted(interval));
    }
    assertThat(
            refusalOf(
                image -> {
                  image.clearLayers().clearCores().getCalibrationBuilder().clearLayers();
                  image.getCalibrationBuilder().removePopulations(2).removePopulations(1);
                }))
        .isEqualTo("Chip image (0 layers) needs at least one layer.");
  }

  @Test
  void aLayerThatIsMissing() throws IOException {
    assertThat(refusalOf(image -> image.removeLayers(1)))
        .isEqualTo("Layer of a core (1) must be 0 to 0.");
    assertThat(refusalOf(image -> image.removeLayers(1).removeCores(1)))
        .isEqualTo("Chip image has the layers [layer1], it was calibrated for [layer1, layer2].");
    assertThat(refusalOf(image -> image.removeLayers(0).removeCores(1)))
        .isEqualTo("Layer layer2 has (4) inputs and (4) neurons, expected 5 and 4.");
  }

  @Test
  void neuronsOnNoCoreOrOnTwo() throws IOException {
    assertThat(refusalOf(ImageProto.Builder::clearCores))
        .isEqualTo("Neurons from 0 of population 1 on are on no core.");
    assertThat(refusalOf(image -> image.getCoresBuilder(0).setTo(3)))
        .endsWith("expected from 3 of population 1 on.");
    assertThat(refusalOf(image -> image.getCoresBuilder(0).setTo(5)))
        .endsWith("(0 to 5 of population 1), expected from 0 of population 1 on.");
    assertThat(refusalOf(image -> image.getCoresBuilder(1).setLayer(7)))
        .isEqualTo("Layer of a core (7) must be 0 to 1.");
    assertThat(refusalOf(image -> image.getCoresBuilder(1).setLayer(0)))
        .endsWith("(0 to 4 of population 1), expected from 0 of population 2 on.");
    assertThat(refusalOf(image -> image.getCoresBuilder(1).setCore(-1)))
        .isEqualTo("Core -1 of chip 0 is no core of its own.");
    assertThat(refusalOf(image -> image.getCoresBuilder(1).setCore(0)))
        .isEqualTo("Core 0 of chip 0 is no core of its own.");
  }

  @Test
  void numbersOutsideOfTheirRangeAndNamesThatStandTwice() throws IOException {
    assertThat(refusalOf(image -> image.getLayersBuilder(0).getArraysBuilder(0).setValues(3, 999)))
        .isEqualTo("Array W of layer layer1 holds (999), expected numbers from -128 to 127.");
    assertThat(
            refusalOf(
                image -> image.getLayersBuilder(0).addArrays(MESSAGE.getLayers(0).getArrays(0))))
        .isEqualTo("Array W of layer layer1 stands twice.");
    assertThat(refusalOf(image -> image.addProvenance(MESSAGE.getProvenance(0))))
        .isEqualTo("Provenance names (seed) twice.");
    assertThat(refusalOf(image -> image.getLayersBuilder(1).setName("layer1")))
        .isEqualTo("Population name (layer1) is used twice.");
  }
}
