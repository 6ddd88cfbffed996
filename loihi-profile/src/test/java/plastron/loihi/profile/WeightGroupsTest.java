package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.Compilation;
import plastron.export.artifact.ImageFile;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.kit.CodeEdge;
import plastron.export.predict.ComputedPathway;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.run.StaticGroup;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.run.PlasticRunner;

/**
 * One weight that is far larger than all others takes nothing from them. Long, because every reader
 * of an image has to know of groups.
 */
class WeightGroupsTest {

  private static final int PRE = 20;
  private static final int POST = 12;
  private static final int STEPS = 240;
  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(6, STEPS, PRE, 1);

  /** A network whose weight between the first two neurons is so many times the largest. */
  private static PlasticModel model(String rule, double times) {
    PlasticModel model = DrawnModels.model(rule, 8, 0.125, 5, PRE, POST);
    PlasticProjection layer = model.graph().projections().getFirst();
    double[][] weights = layer.parameter("W");
    double largest = 0;
    for (double[] row : weights) {
      for (double weight : row) {
        largest = Math.max(largest, Math.abs(weight));
      }
    }
    weights[0][0] = times * largest;
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    parameters.put("W", weights);
    return model.withProjections(List.of(layer.withParameters(parameters)));
  }

  private static Compilation compiled(PlasticModel model, Map<String, String> settings) {
    return Compilation.of(model, "loihi2", Input.each(EXAMPLES), new ExportOptions(1, settings));
  }

  private static ChipImage image(String rule, double times) {
    return compiled(model(rule, times), Map.of()).image();
  }

  private static Set<String> codes(ChipImage image) {
    return image.diagnostics().stream().map(Diagnostic::code).collect(Collectors.toSet());
  }

  /** With one exponent most spikes were others from thirty times on, and a hundred was refused. */
  @ParameterizedTest
  @CsvSource({"30, lava", "30, brian2loihi", "100, lava", "100, brian2loihi"})
  void theChipSpikesAsTheModelDoes(double times, String arithmetic) {
    PlasticModel model = model("static", times);
    Input input = Input.of(DrawnModels.inputs(1, STEPS, PRE, 7).getFirst());
    Recording chip = compiled(model, Map.of("arithmetic", arithmetic)).emulator().run(input);
    Recording real = PlasticRunner.of(model).run(input);
    int spikes = 0;
    int differing = 0;
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < POST; i++) {
        boolean fires = real.spikes().getLast().get(t, i);
        spikes += fires ? 1 : 0;
        differing += fires == chip.spikes().getLast().get(t, i) ? 0 : 1;
      }
    }
    assertThat(spikes).isGreaterThan(1000);
    assertThat(differing).isLessThan(spikes / 5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"static", "dp-linear", "ndp-oja"})
  void everySynapseIsInOneGroupAndNoSmallOneIsZero(String rule) {
    PlasticModel model = model(rule, 100);
    double[][] weights = model.graph().projections().getFirst().parameter("W");
    ImageLayer layer = compiled(model, Map.of()).image().layers().getFirst();
    List<StaticGroup> groups = StaticGroup.of(layer);
    assertThat(groups).hasSize(2);
    double finest = groups.getLast().weights().scale().step();
    for (int j = 0; j < PRE; j++) {
      for (int i = 0; i < POST; i++) {
        double large = groups.getFirst().weights().reals()[j][i];
        double small = groups.getLast().weights().reals()[j][i];
        assertThat(large == 0 || small == 0).isTrue();
        if (large == 0) {
          assertThat(small).isCloseTo(weights[j][i], within(finest));
        } else {
          assertThat(large).isCloseTo(weights[j][i], within(0.01 * weights[j][i]));
        }
      }
    }
    assertThat(finest).isLessThan(weights[0][0] / 2000);
  }

  /** What `plastron why` starts from. */
  @Test
  void theImageReadBackHasAllWeights() {
    PlasticModel model = model("dp-linear", 100);
    double[][] weights = model.graph().projections().getFirst().parameter("W");
    ComputedPathway pathway =
        ChipProfiles.named("loihi2")
            .computed(compiled(model, Map.of()).image())
            .orElseThrow()
            .pathways()
            .getFirst();
    assertThat(pathway.fixedGain()).isEqualTo(1);
    for (int j = 0; j < PRE; j++) {
      for (int i = 0; i < POST; i++) {
        assertThat(pathway.weights()[j][i])
            .isCloseTo(weights[j][i], within(0.01 + 0.001 * Math.abs(weights[j][i])));
      }
    }
  }

  @Test
  void anExponentOfItsOwnIsSaidWhereOneLosesATwentieth() {
    CodeEdge.of("L-SPLIT", codes(image("static", 6)), codes(image("static", 8)));
    assertThat(image("static", 100).diagnostics())
        .filteredOn(d -> d.code().equals("L-SPLIT"))
        .singleElement()
        .extracting(Diagnostic::toString)
        .asString()
        .contains(
            "layer layer1",
            "exponent 5 (synapses: 1), exponent -1 (synapses: 239)",
            "with one exponent it would be 0.72");
  }

  /** 4096 input axons: one more list needs one more of them. */
  @Test
  void groupsThatTakeMoreCoresAreNotMade() {
    CodeEdge.of("L-ONE-EXPONENT", codes(wide(4095)), codes(wide(4096)));
    assertThat(codes(wide(4095))).contains("L-SPLIT");
    assertThat(codes(wide(4096))).doesNotContain("L-SPLIT");
    assertThat(wide(4096).layers().getFirst().arrays()).hasSize(1);
    assertThat(wide(4095).cores().getFirst().demand().of(LoihiChip.INPUT_AXONS)).isEqualTo(4096);
  }

  private static ChipImage wide(int inputs) {
    PlasticModel model = DrawnModels.model("static", 8, 0.125, 5, inputs, 2);
    PlasticProjection layer = model.graph().projections().getFirst();
    double[][] weights = layer.parameter("W");
    for (int j = 0; j < inputs; j++) {
      Arrays.fill(weights[j], 0.01 + 0.0001 * (j % 7));
    }
    weights[0][0] *= 24;
    PlasticModel outlier =
        model.withProjections(List.of(layer.withParameters(Map.of("W", weights))));
    SpikeRaster spikes = new SpikeRaster(32, inputs);
    for (int j = 0; j < inputs; j++) {
      spikes.set(j % 32, j);
    }
    return Compilation.of(outlier, "loihi1", List.of(Input.of(spikes)), ExportOptions.DEFAULT)
        .image();
  }

  /** What the neurons of a population share is the unit of their voltage, no exponent. */
  @Test
  void projectionsIntoTheSameNeuronsHaveExponentsOfTheirOwn() {
    PlasticModel model = DrawnModels.model("static", 8, 0.125, 5, PRE, POST);
    PlasticProjection layer = model.graph().projections().getFirst();
    double[][] small =
        Arrays.stream(layer.parameter("W"))
            .map(row -> Arrays.stream(row).map(w -> Math.scalb(w, -4)).toArray())
            .toArray(double[][]::new);
    PlasticProjection other =
        new PlasticProjection(
            "small",
            layer.from(),
            layer.to(),
            layer.connectivity(),
            layer.kernel(),
            layer.delivery(),
            layer.place(),
            layer.latency(),
            layer.rule(),
            layer.sources(),
            Map.of("W", small));
    List<ImageLayer> layers =
        compiled(model.withProjections(List.of(layer, other)), Map.of()).image().layers();
    int of = StaticGroup.of(layers.getFirst()).getFirst().exponent();
    assertThat(StaticGroup.of(layers.getLast()))
        .extracting(StaticGroup::exponent)
        .containsExactly(of - 4);
    assertThat(layers.getLast().array("w_static").values())
        .isDeepEqualTo(layers.getFirst().array("w_static").values());
  }

  @Test
  void registersHaveTheListsOfEveryGroup() {
    ChipImage image = image("static", 100);
    byte[] bytes = new RegisterFormat().write(image).getFirst().bytes();
    JsonObject core =
        JsonParser.parseString(new String(bytes, StandardCharsets.UTF_8))
            .getAsJsonObject()
            .getAsJsonArray("cores")
            .get(0)
            .getAsJsonObject();
    JsonArray groups = core.getAsJsonArray("synapse_groups");
    assertThat(groups).hasSize(2);
    JsonObject large = groups.get(0).getAsJsonObject();
    JsonObject small = groups.get(1).getAsJsonObject();
    assertThat(large.get("axon_slots").getAsInt()).isEqualTo(1);
    // A weight, its index and a head fit a word.
    assertThat(large.get("index_bits").getAsInt()).isEqualTo(6);
    assertThat(large.get("memory_bits").getAsInt()).isEqualTo(64);
    assertThat(small.get("axon_slots").getAsInt()).isEqualTo(PRE);
    assertThat(small.get("index_bits").getAsInt()).isZero();
    long bits = image.cores().getFirst().demand().of(LoihiChip.SYNAPSE_BITS);
    assertThat(bits).isEqualTo(64 + small.get("memory_bits").getAsLong());
    long one = image("static", 1).cores().getFirst().demand().of(LoihiChip.SYNAPSE_BITS);
    assertThat(bits).isEqualTo(one + 64);
  }

  @Test
  void aSpikeTakesNoMoreOperations() {
    ChipImage one = image("dp-linear", 1);
    ChipImage two = image("dp-linear", 100);
    for (ChipImage image : List.of(one, two)) {
      ImageLayer layer = image.layers().getFirst();
      long held =
          StaticGroup.weights(layer).stream()
              .flatMap(Arrays::stream)
              .flatMapToInt(Arrays::stream)
              .filter(w -> w != 0)
              .count();
      var costs = ChipProfiles.named("loihi2").costs(image).orElseThrow().layers().getFirst();
      assertThat(Arrays.stream(costs.fanOut()).sum()).isEqualTo(held + PRE * POST);
      assertThat(costs.synapses()).isEqualTo(2 * PRE * POST);
    }
  }

  /** Whoever knows of one group alone does not take the first for all. */
  @Test
  void onlyImagesWithGroupsHaveTheVersionThatHasThem(@TempDir Path folder) throws Exception {
    ChipImage two = image("dp-linear", 100);
    ImageFile.write(two, folder.resolve("two"));
    assertThat(ImageFile.read(folder.resolve("two"))).isEqualTo(two);
    assertThat(version(two)).isEqualTo(4);
    assertThat(version(image("dp-linear", 1))).isEqualTo(1);
  }

  private static int version(ChipImage image) {
    return java.nio.ByteBuffer.wrap(ImageFile.bytes(image)).getInt(8);
  }
}
