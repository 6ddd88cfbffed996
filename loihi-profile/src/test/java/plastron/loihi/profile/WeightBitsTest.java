package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.program.WeightFormat;

/** Weights that do not learn may have fewer bits: they are coarser and take less memory. */
class WeightBitsTest {

  private static final int[] SIZES = {20, 12, 4};
  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(8, 320, SIZES[0], 1);

  private static ChipImage image(String chip, String bits) {
    ExportOptions options = new ExportOptions(1, Map.of(ExportOptions.WEIGHT_BITS, bits));
    return ExportPipeline.to(ChipProfiles.named(chip))
        .run(DrawnModels.model("dp-linear", 16, 0.125, 3, SIZES), Input.each(EXAMPLES), options);
  }

  private static long bits(ChipImage image) {
    return image.cores().stream().mapToLong(c -> c.demand().of(LoihiChip.SYNAPSE_BITS)).sum();
  }

  @ParameterizedTest
  @CsvSource({"loihi1, 4", "loihi1, 6", "loihi2, 4", "loihi2, 5", "loihi2, 8"})
  void weightsAreMultiplesOfWhatTheirBitsLeave(String chip, int bits) {
    ChipImage image = image(chip, Integer.toString(bits));
    int step = 1 << (9 - bits);
    int[] weights =
        image.layers().stream()
            .flatMapToInt(
                layer ->
                    Arrays.stream(layer.array("w_static").values()).flatMapToInt(Arrays::stream))
            .toArray();
    assertThat(Arrays.stream(weights).boxed())
        .allMatch(w -> w % step == 0 && w >= -256 && w <= 256 - step);
    assertThat(Arrays.stream(weights).max().orElseThrow()).isGreaterThan(64);
    assertThat(bits(image)).isEqualTo(bits(image(chip, "8")) + change(image, bits));
    byte[] registers = new RegisterFormat().write(image).getFirst().bytes();
    JsonObject group =
        JsonParser.parseString(new String(registers, StandardCharsets.UTF_8))
            .getAsJsonObject()
            .getAsJsonArray("cores")
            .get(0)
            .getAsJsonObject()
            .getAsJsonArray("synapse_groups")
            .get(0)
            .getAsJsonObject();
    assertThat(group.get("weight_bits").getAsInt()).isEqualTo(bits);
    assertThat(image.settings())
        .isEqualTo(
            bits == WeightFormat.MOST
                ? Map.of()
                : Map.of(ExportOptions.WEIGHT_BITS, Integer.toString(bits)));
  }

  /** Lists of up to 64 synapses, with a head of 10 bits, in words of 64 bits. */
  private static long change(ChipImage image, int bits) {
    long change = 0;
    for (int layer = 0; layer < image.layers().size(); layer++) {
      int post = SIZES[layer + 1];
      change += (long) SIZES[layer] * (words(post * bits) - words(post * 8));
    }
    return change;
  }

  private static long words(int bits) {
    return 64L * Math.ceilDiv(bits + 10, 64);
  }

  @ParameterizedTest
  @ValueSource(strings = {"7", "1", "0", "9", "four", "04"})
  void bitsWithoutACodeAreRefused(String bits) {
    assertThatThrownBy(() -> image("loihi2", bits))
        .isInstanceOfSatisfying(
            ExportRefusedException.class,
            e ->
                assertThat(e.refusals().getFirst().toString())
                    .contains("L-SETTING", "weight-bits (" + bits + ")", "8, 6, 5, 4, 3, 2"));
  }
}
