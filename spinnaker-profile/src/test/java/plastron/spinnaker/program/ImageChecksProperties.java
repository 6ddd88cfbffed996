package plastron.spinnaker.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ChangedImage;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.image.ImagePopulation;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.RateEstimator;
import plastron.spinnaker.fixed.SpinnakerRegister;
import plastron.spinnaker.profile.SmallSpinnakerModels;
import plastron.spinnaker.profile.SpinnakerProfile;

/**
 * An image is run only if every number of it is one that its register can hold. Long, because an
 * image is damaged in every place.
 */
class ImageChecksProperties {

  private static final SpinnakerProfile PROFILE = new SpinnakerProfile();
  private static final SpikeRaster INPUT = SmallSpinnakerModels.input(5, 60, 6);
  private static final List<ChipImage> IMAGES =
      List.of(
          image("ndp-bcm", new RateEstimator.Boxcar()),
          image("ndp-oja", new RateEstimator.ExponentialTrace(0.9)),
          image("dp-bcm-classic", new RateEstimator.Boxcar()),
          image("dp-oja-classic", RateEstimator.ExponentialTrace.matching(8)),
          image("static", new RateEstimator.Boxcar()));

  private static ChipImage image(String rule, RateEstimator rates) {
    return ExportPipeline.to(PROFILE)
        .run(
            SmallSpinnakerModels.of(rule, rates, 0.3, 7, 6, 5, 3),
            Input.each(List.of(SmallSpinnakerModels.input(1, 200, 6))),
            ExportOptions.DEFAULT);
  }

  private static ChipImage changed(ChipImage image, UnaryOperator<ImageLayer> change) {
    return ChangedImage.of(image).layer(0, change).image();
  }

  private static List<ImagePopulation> withInputs(ChipImage image, int inputs) {
    List<ImagePopulation> populations = new ArrayList<>(image.populations());
    populations.set(0, new ImagePopulation("input", inputs, true));
    return populations;
  }

  private static ImageLayer layer(
      ImageLayer layer, Map<String, Long> integers, List<QuantizedArray> arrays) {
    return ChangedImage.layer(layer, layer.program(), integers, arrays);
  }

  private static ImageLayer set(ImageLayer layer, String key, long value) {
    Map<String, Long> integers = new HashMap<>(layer.integers());
    integers.put(key, value);
    return layer(layer, integers, layer.arrays());
  }

  private static SpinnakerRegister register(String key) {
    return Arrays.stream(SpinnakerRegister.values())
        .filter(r -> r.key().equals(key))
        .findFirst()
        .orElseThrow();
  }

  private static void refused(ChipImage image) {
    assertThatThrownBy(() -> PROFILE.emulator(image, true, 1))
        .isInstanceOf(BrokenImageException.class)
        .message()
        .doesNotContain("\n")
        .endsWith(".");
  }

  @Example
  void everyIntegerHasARegisterAndIsHeldAgainstIt() {
    for (ChipImage image : IMAGES) {
      for (String key : image.layers().getFirst().integers().keySet()) {
        SpinnakerRegister register = register(key);
        for (long value :
            new long[] {
              register.low() - 1, register.high() + 1, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 32
            }) {
          refused(changed(image, l -> set(l, key, value)));
        }
        refused(
            changed(
                image,
                l -> {
                  Map<String, Long> fewer = new HashMap<>(l.integers());
                  fewer.remove(key);
                  return layer(l, fewer, l.arrays());
                }));
      }
    }
  }

  /** Any numbers within their ranges run: rates stay 16 bits without a sign, nothing is thrown. */
  @Property(tries = 500)
  void numbersWithinTheirRangesRun(@ForAll long seed) {
    Random random = new Random(seed);
    ChipImage image = IMAGES.get(random.nextInt(IMAGES.size()));
    ChipImage odd =
        changed(
            image,
            l -> {
              ImageLayer changed = l;
              List<String> keys = new ArrayList<>(l.integers().keySet());
              for (int k = 0; k < 3; k++) {
                String key = keys.get(random.nextInt(keys.size()));
                SpinnakerRegister r = register(key);
                long value =
                    switch (random.nextInt(4)) {
                      case 0 -> r.low();
                      case 1 -> r.high();
                      default -> random.nextLong(r.low(), r.high() + 1);
                    };
                changed = set(changed, key, value);
              }
              return changed;
            });
    try {
      Recording recording = PROFILE.emulator(odd, true, 1).run(INPUT);
      assertThat(recording.counters().values()).allMatch(c -> c >= 0);
    } catch (BrokenImageException together) {
      assertThat(together.getMessage()).startsWith("Number").doesNotContain("\n");
    }
  }

  @Example
  void arraysHaveTheShapesOfThePopulations() {
    for (ChipImage image : IMAGES) {
      for (QuantizedArray array : image.layers().getFirst().arrays()) {
        int rows = array.values().length;
        int columns = array.values()[0].length;
        for (int[][] values :
            List.of(
                new int[0][0],
                new int[rows + 1][columns],
                new int[rows][columns + 1],
                new int[rows][0],
                filled(rows, columns, 32768),
                filled(rows, columns, -32769))) {
          refused(changed(image, l -> layer(l, l.integers(), replaced(l, array, values))));
        }
      }
    }
  }

  private static int[][] filled(int rows, int columns, int value) {
    int[][] values = new int[rows][columns];
    values[rows - 1][columns - 1] = value;
    return values;
  }

  private static List<QuantizedArray> replaced(
      ImageLayer layer, QuantizedArray array, int[][] values) {
    return layer.arrays().stream()
        .map(
            a ->
                a.name().equals(array.name())
                    ? new QuantizedArray(a.name(), values, a.scale(), a.error())
                    : a)
        .toList();
  }

  @Example
  void sizesIntervalsAndLayersFitTogether() {
    for (ChipImage image : IMAGES) {
      List<ImageLayer> layers = image.layers();
      refused(ChangedImage.of(image).populations(withInputs(image, 7)).image());
      refused(ChangedImage.of(image).populations(withInputs(image, 0)).image());
      refused(ChangedImage.of(image).updateInterval(0).image());
      refused(ChangedImage.of(image).updateInterval(-1).image());
      refused(ChangedImage.of(image).updateInterval(65537).image());
      refused(ChangedImage.of(image).layers(List.of()).image());
      refused(ChangedImage.of(image).layers(layers.subList(0, 1)).image());
    }
  }

  @Example
  void theMessageSaysWhatWasExpected() {
    assertThatThrownBy(
            () ->
                PROFILE.emulator(changed(IMAGES.get(1), l -> set(l, "trace_impulse", -5)), true, 1))
        .hasMessage("Number trace_impulse of layer layer1 (-5) must lie within 0 to 1073741824.");
    assertThatThrownBy(
            () ->
                PROFILE.emulator(
                    changed(IMAGES.get(1), l -> set(l, "trace_decay", 65535)), true, 1))
        .hasMessageStartingWith("Numbers trace_decay and trace_impulse of layer layer1 (65535, ")
        .hasMessageEndingWith(") let a trace grow past 32 bits.");
    assertThatThrownBy(
            () -> PROFILE.emulator(changed(IMAGES.get(0), l -> set(l, "modulator", 3)), true, 1))
        .hasMessage("Number modulator of layer layer1 (3) must be a population, 0 to 2.");
  }

  /** The image of an earlier build, which had one limit of E and one shift for two products. */
  @Example
  void imagesOfEarlierBuildsMeanWhatTheyMeant() {
    ImageLayer now = IMAGES.get(2).layers().getFirst();
    Map<String, Long> before = new HashMap<>(now.integers());
    for (SpinnakerRegister added :
        List.of(
            SpinnakerRegister.E_LOW,
            SpinnakerRegister.E_HIGH,
            SpinnakerRegister.E_BOUNDS_OWN,
            SpinnakerRegister.ETA_THETA,
            SpinnakerRegister.RATE_SHIFT,
            SpinnakerRegister.SHIFT_LOSS,
            SpinnakerRegister.SHIFT_OWN,
            SpinnakerRegister.SHIFT_GOAL,
            SpinnakerRegister.SHIFT_PHI,
            SpinnakerRegister.SHIFT_THETA,
            SpinnakerRegister.SHIFT_PREDICTED)) {
      before.remove(added.key());
    }
    before.put("e_limit", 32768L);
    before.put("shift_square", 13L);
    before.put("eta_phi", 77L);
    ChipImage image = changed(IMAGES.get(2), l -> layer(l, before, l.arrays()));
    SpinnakerProgram.Plastic program =
        ImageReader.read(image).getFirst().learning().orElseThrow().program();
    assertThat(program.low()).isEqualTo(-32768);
    assertThat(program.high()).isEqualTo(32767);
    assertThat(program.coefficients().etaTheta()).isEqualTo(77);
    assertThat(program.shifts().goal()).isEqualTo(13);
    assertThat(program.shifts().loss()).isEqualTo(28);
    assertThat(program.shifts().theta()).isZero();
    assertThat(program.rates().shift()).isZero();
  }
}
