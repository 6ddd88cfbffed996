package plastron.loihi.run;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.contract.ChangedImage;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.profile.CompiledModels;
import plastron.loihi.random.RandomSources;

/** Numbers that no register holds are not run. */
class BrokenRegistersTest {

  private static final ChipImage IMAGE = CompiledModels.image("loihi2", "ndp-oja");

  private static void refused(ChipImage image, String... parts) {
    RandomSources random = RandomSources.independent(1);
    assertThatThrownBy(() -> new LoihiCores(image, LoihiArithmetic.LAVA, true, random))
        .isInstanceOf(BrokenImageException.class)
        .message()
        .contains(parts)
        .doesNotContain("\n");
  }

  private static ChipImage with(
      Map<String, Long> integers, List<String> program, List<QuantizedArray> arrays) {
    return ChangedImage.of(IMAGE)
        .layer(0, layer -> ChangedImage.layer(layer, program, integers, arrays))
        .image();
  }

  @ParameterizedTest
  @CsvSource({
    "du, 4096",
    "du, -1",
    "dv, 4096",
    "vth, 131072",
    "bias_mant, 4096",
    "bias_exp, 33",
    "static_weight_exp, 8",
    "plastic_weight_exp, -9",
    "t_epoch, 0",
    "t_epoch, 64",
    "third_factor, 2",
    "x1_impulse, 128",
    "x1_impulse_fraction, -1",
    "x2_decay_2_30, 1073741825"
  })
  void everyRegisterHasItsRange(String register, long value) {
    ImageLayer layer = IMAGE.layers().getFirst();
    Map<String, Long> integers = new HashMap<>(layer.integers());
    integers.put(register, value);
    refused(with(integers, layer.program(), layer.arrays()), "(" + value + ")", "must be");
  }

  @Test
  void everyGroupOfStaticSynapsesHasItsWeightsAndItsExponent() {
    ImageLayer layer = IMAGE.layers().getFirst();
    Map<String, Long> integers = new HashMap<>(layer.integers());
    integers.put("static_weight_exp_1", 0L);
    refused(with(integers, layer.program(), layer.arrays()), "(1) arrays and 2 exponents");
    List<QuantizedArray> further = new ArrayList<>(layer.arrays());
    int[][] weights = layer.array("w_static").values();
    further.add(QuantizedArray.exact("w_static_1", weights));
    refused(with(layer.integers(), layer.program(), further), "lacks (static_weight_exp_1)");
    integers.put("static_weight_exp_1", -9L);
    refused(with(integers, layer.program(), further), "(-9)", "must be");
    integers.put("static_weight_exp_1", 0L);
    integers.put("static_weight_exp_3", 0L);
    further.add(QuantizedArray.exact("w_static_3", weights));
    refused(with(integers, layer.program(), further), "(3) arrays and 3 exponents", "expected 2");
  }

  @ParameterizedTest
  @CsvSource({"w_static, 67108864", "w_static, 255", "tag, 256", "matrix_W_m, -128"})
  void everyArrayHasItsRange(String array, int value) {
    ImageLayer layer = IMAGE.layers().getFirst();
    List<QuantizedArray> arrays =
        layer.arrays().stream()
            .map(
                a -> {
                  if (!a.name().equals(array)) {
                    return a;
                  }
                  int[][] values = a.values().clone();
                  values[0] = values[0].clone();
                  values[0][0] = value;
                  return QuantizedArray.exact(array, values);
                })
            .toList();
    refused(with(layer.integers(), layer.program(), arrays), array, "(" + value + ")");
  }

  @ParameterizedTest
  @CsvSource({
    "neuron rate, decay [0-9]+, decay 40000, (40000)",
    "neuron gather, population [0-9]+, population 7, (7)",
    "neuron rate, neuron rate.*, neuron host z from signal 0 unit 2^0, the image's 0",
    "neuron rate, neuron rate.*, neuron host z from signal 0 unit 2^2000, (2000)",
    "neuron split, shift [0-9]+, shift 77, (77)",
    "plastic dw, u3, u4, (16)",
    "plastic dw, u3, u77, layer1",
  })
  void everyStatementHasItsRange(String start, String old, String now, String part) {
    ImageLayer layer = IMAGE.layers().getFirst();
    List<String> program =
        layer.program().stream()
            .map(line -> line.startsWith(start) ? line.replaceAll(old, now) : line)
            .toList();
    refused(with(layer.integers(), program, layer.arrays()), part);
  }

  @Test
  void theIntervalIsThatOfTheRules() {
    refused(ChangedImage.of(IMAGE).updateInterval(-1).image(), "every (8) steps", "expected -1");
    refused(ChangedImage.of(IMAGE).updateInterval(0).image(), "every (8) steps");
  }

  @Test
  void layersFitTogether() {
    refused(
        ChangedImage.of(IMAGE).layers(List.of(IMAGE.layers().getLast())).image(),
        "Population layer1 (0 layers) must have layers unless it is a spike source.");
  }
}
