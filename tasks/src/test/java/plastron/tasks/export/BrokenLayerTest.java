package plastron.tasks.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.export.Compilation;
import plastron.export.contract.ChangedImage;
import plastron.export.fidelity.Criterion;
import plastron.export.fidelity.FidelityBounds;
import plastron.export.fidelity.FidelityReport;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.stage.ExportOptions;
import plastron.tasks.trained.TrainedNetwork;

/**
 * A chip of which one layer is dead, deaf, dumb or does not learn is out of bounds, whatever its
 * chip and task.
 */
class BrokenLayerTest {

  private static final int EPISODES = 6;

  /** The networks are hardly trained, so that accuracy says nothing. */
  private static final FidelityBounds BOUNDS =
      FidelityBounds.DEFAULT.with(Criterion.ACCURACY_LOSS, 100);

  @TempDir private static Path shared;

  private static final Map<String, CompiledRun> COMPILED = new HashMap<>();

  @BeforeAll
  static void compile() {
    for (String chip : List.of("loihi1", "loihi2", "spinnaker1")) {
      Path run = shared.resolve(chip);
      if (chip.equals("loihi1")) {
        TinyRun.make(run, "dp-oja-local", chip, "--set", "model.alpha_sd=3");
      } else {
        TinyRun.make(run, "dp-oja", chip);
      }
      COMPILED.put(
          chip,
          CompiledRun.of(TrainedNetwork.ofRun(run), Target.named(chip), ExportOptions.DEFAULT, 8));
    }
  }

  private static FidelityReport compare(String chip, int layer, UnaryOperator<ImageLayer> change) {
    CompiledRun good = Objects.requireNonNull(COMPILED.get(chip));
    ChipImage changed = ChangedImage.of(good.image()).layer(layer, change).image();
    return new CompiledRun(
            good.run(),
            new Compilation(good.run().model(), good.profile(), changed),
            good.options(),
            good.calibrationTrials())
        .compare(EPISODES, BOUNDS, 1);
  }

  private static ImageLayer withInteger(ImageLayer layer, String key, long value) {
    Map<String, Long> integers = new HashMap<>(layer.integers());
    integers.put(key, value);
    return ChangedImage.layer(layer, layer.program(), integers, layer.arrays());
  }

  private static ImageLayer withoutWeights(ImageLayer layer, List<String> names) {
    List<QuantizedArray> arrays =
        layer.arrays().stream().map(a -> names.contains(a.name()) ? zero(a) : a).toList();
    return ChangedImage.layer(layer, layer.program(), layer.integers(), arrays);
  }

  private static QuantizedArray zero(QuantizedArray array) {
    int[][] zeros =
        Arrays.stream(array.values()).map(row -> new int[row.length]).toArray(int[][]::new);
    return new QuantizedArray(array.name(), zeros, array.scale(), array.error());
  }

  private static ImageLayer withWeightsOfOthers(ImageLayer layer) {
    List<QuantizedArray> arrays = layer.arrays().stream().map(BrokenLayerTest::turned).toList();
    return ChangedImage.layer(layer, layer.program(), layer.integers(), arrays);
  }

  private static QuantizedArray turned(QuantizedArray array) {
    int[][] rows = array.values();
    int[][] turned = new int[rows.length][];
    Arrays.setAll(turned, j -> rows[rows.length - 1 - j]);
    return new QuantizedArray(array.name(), turned, array.scale(), array.error());
  }

  private static ImageLayer withoutLearning(ImageLayer layer) {
    return ChangedImage.layer(layer, List.of(), layer.integers(), layer.arrays());
  }

  private static String threshold(String chip) {
    return chip.startsWith("loihi") ? "vth" : "v_thresh";
  }

  @ParameterizedTest
  @CsvSource({"loihi1", "loihi2", "spinnaker1"})
  void anUnchangedImagePasses(String chip) {
    FidelityReport report = compare(chip, 0, layer -> layer);
    assertThat(report.violations()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"loihi1, 0", "loihi1, 1", "loihi2, 0", "loihi2, 1", "spinnaker1, 0", "spinnaker1, 1"})
  void aLayerWithoutFixedWeights(String chip, int layer) {
    assertBroken(compare(chip, layer, l -> withoutWeights(l, List.of("w_static", "W"))), layer);
  }

  @ParameterizedTest
  @CsvSource({"loihi1, 0", "loihi1, 1", "loihi2, 0", "loihi2, 1", "spinnaker1, 0", "spinnaker1, 1"})
  void aLayerWithoutPlasticWeights(String chip, int layer) {
    assertBroken(compare(chip, layer, l -> withoutWeights(l, List.of("tag", "alpha"))), layer);
  }

  @ParameterizedTest
  @CsvSource({"loihi1, 0", "loihi1, 1", "loihi2, 0", "loihi2, 1", "spinnaker1, 0", "spinnaker1, 1"})
  void aLayerThatDoesNotLearn(String chip, int layer) {
    assertBroken(compare(chip, layer, BrokenLayerTest::withoutLearning), layer);
  }

  @ParameterizedTest
  @CsvSource({"loihi1, 0", "loihi1, 1", "loihi2, 0", "loihi2, 1", "spinnaker1, 0", "spinnaker1, 1"})
  void aLayerWhoseThresholdIsOutOfReach(String chip, int layer) {
    long most = chip.startsWith("loihi") ? (1 << 17) - 1 : Integer.MAX_VALUE;
    FidelityReport report = compare(chip, layer, l -> withInteger(l, threshold(chip), most));
    assertBroken(report, layer);
  }

  @ParameterizedTest
  @CsvSource({"loihi1, 0", "loihi1, 1", "loihi2, 0", "loihi2, 1", "spinnaker1, 0", "spinnaker1, 1"})
  void aLayerWithTheWeightsOfOtherInputs(String chip, int layer) {
    assertBroken(compare(chip, layer, BrokenLayerTest::withWeightsOfOthers), layer);
  }

  @ParameterizedTest
  @CsvSource({"loihi1, 0", "loihi1, 1", "loihi2, 0", "loihi2, 1", "spinnaker1, 0", "spinnaker1, 1"})
  void aLayerThatFiresTooEasily(String chip, int layer) {
    assertBroken(
        compare(chip, layer, l -> withInteger(l, threshold(chip), l.integer(threshold(chip)) / 2)),
        layer);
  }

  private static void assertBroken(FidelityReport report, int layer) {
    String name = layer == 0 ? "hidden" : "output";
    assertThat(report.passes()).isFalse();
    assertThat(report.violations()).anyMatch(v -> v.startsWith(name + ": "));
  }
}
