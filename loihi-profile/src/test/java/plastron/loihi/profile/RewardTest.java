package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ChangedImage;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.diagnostic.Severity;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.BrokenImageException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.kit.CodeEdge;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.Emulator;
import plastron.export.resource.Usage;
import plastron.export.stage.ExportOptions;
import plastron.export.trace.TraceComparison;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.chip.LoihiChips;
import plastron.loihi.lava.LavaFormat;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.run.PlasticRunner;

/**
 * Loihi 1 whose rules read the reward trace. Long, because it is tried from both sides of all that
 * it takes.
 */
class RewardTest {

  private static final String REWARD = LoihiChips.LOIHI1_REWARD.name();
  private static final String BOTH = LoihiChips.LOIHI1_ASSISTED_REWARD.name();
  private static final List<SpikeRaster> INPUTS = DrawnModels.inputs(9, 160, 20, 1);
  private static final List<SpikeRaster> FEW = DrawnModels.inputs(2, 80, 20, 1);
  private static final List<SpikeRaster> FOUR = DrawnModels.inputs(3, 80, 4, 1);
  private static final PlasticModel DRAWN = DrawnModels.model("ndp-linear", 8, 0.125, 5, 20, 6, 4);

  private static final ChipImage APART = image(REWARD, DRAWN);
  private static final ChipImage SHARED = image(REWARD, shared(true, true));

  /** With this in every row of W_m: a sender has one weight for all. */
  private static PlasticProjection shared(PlasticProjection layer) {
    double[][] matrix = layer.parameter("W_m");
    double[][] rows = new double[matrix.length][];
    Arrays.setAll(
        rows,
        k -> {
          double[] row = new double[matrix[k].length];
          Arrays.fill(row, matrix[k][0]);
          return row;
        });
    Map<String, double[][]> parameters = new HashMap<>(layer.parameters());
    parameters.put("W_m", rows);
    return layer.withParameters(parameters);
  }

  private static PlasticModel shared(boolean first, boolean second) {
    List<PlasticProjection> layers = DRAWN.graph().projections();
    return DRAWN.withProjections(
        List.of(
            first ? shared(layers.getFirst()) : layers.getFirst(),
            second ? shared(layers.getLast()) : layers.getLast()));
  }

  private static ChipImage image(String chip, PlasticModel model) {
    return image(chip, model, INPUTS);
  }

  private static ChipImage image(String chip, PlasticModel model, List<SpikeRaster> inputs) {
    return ExportPipeline.to(ChipProfiles.named(chip))
        .run(model, Input.each(inputs), ExportOptions.DEFAULT);
  }

  private static Set<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::code).collect(Collectors.toSet());
  }

  private static Set<String> said(String chip, PlasticModel model) {
    return said(chip, model, INPUTS);
  }

  private static Set<String> said(String chip, PlasticModel model, List<SpikeRaster> inputs) {
    try {
      return codes(image(chip, model, inputs).diagnostics());
    } catch (ExportRefusedException e) {
      return codes(e.refusals());
    }
  }

  private static long cores(ChipImage image, int population) {
    return image.cores().stream().filter(core -> core.population() == population).count();
  }

  @Test
  void whatAllNeuronsShareTakesACoreForAll() {
    ChipImage image = SHARED;
    assertThat(cores(image, 1)).isOne();
    assertThat(cores(image, 2)).isOne();
    assertThat(image.layers().getFirst().program())
        .anyMatch(line -> line.startsWith("plastic dw = ") && line.contains("*x1*y1*r1"))
        .anyMatch(line -> line.startsWith("reward spikes of population 1 decay "));
    assertThat(image.layers().getFirst().reset()).contains("r1");
    CodeEdge.of("L-REWARD", said(REWARD, without()), codes(image.diagnostics()));
  }

  private static PlasticModel without() {
    return DrawnModels.model("dp-linear", 8, 0.125, 5, 20, 6, 4);
  }

  /** Two layers of 6 and 4 neurons, each with modulators of its own. */
  @Test
  void whatTheyDoNotShareTakesACoreForEach() {
    ChipImage image = APART;
    assertThat(cores(image, 1)).isEqualTo(6);
    assertThat(cores(image, 2)).isEqualTo(4);
    assertThat(image.usages())
        .filteredOn(usage -> usage.limit().name().equals(LoihiChip.REWARD_CHANNELS))
        .extracting(Usage::used)
        .containsOnly(1L);
    assertThat(image.diagnostics())
        .filteredOn(d -> d.code().equals("L-REWARD"))
        .first()
        .asString()
        .contains("of 6 cores, since neurons share a core only with the same modulator")
        .contains("not public", "NxSDK has it, Lava does not");
  }

  /** Two rules towards the same neurons have a modulator each, a core has one. */
  @Test
  void layersOfAPopulationShareItsCores() {
    CodeEdge.of(
        "L-CORE-REWARD-CHANNELS", said(REWARD, joined(1), FOUR), said(REWARD, joined(2), FOUR));
  }

  private static PlasticModel joined(int rewarded) {
    PlasticityRule rule = rule("ndp-linear", RuleOptions.paper());
    ModelBuilder model =
        PlasticModel.named("joined")
            .source("in", 4)
            .population("out", 4, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0));
    for (int k = 0; k < 2; k++) {
      String name = "in " + k;
      PlasticityRule own = k < rewarded ? rule : rule("dp-linear", RuleOptions.paper());
      model.projection(
          "in",
          "out",
          p -> {
            p.named(name).rule(own).delivery(Delivery.ARRIVAL).latency(1).set("eta", 0.125);
            if (own.equals(rule)) {
              p.set("W_m", 0.3);
            }
          });
    }
    return model
        .clock(new Clock(8, RateEstimator.ExponentialTrace.matching(8), 0.5))
        .seed(1)
        .build();
  }

  /** A core for each of 128 neurons, and one too few. */
  @Test
  void coresRunOut() {
    CodeEdge.of(
        "L-CORES",
        said(REWARD, DrawnModels.model("ndp-linear", 8, 0.125, 5, 20, 128), FEW),
        said(REWARD, DrawnModels.model("ndp-linear", 8, 0.125, 5, 20, 129), FEW));
  }

  /** Driven by the float model's spikes. */
  @ParameterizedTest
  @CsvSource({"true, loihi1-reward", "false, loihi1-reward", "true, loihi1-assisted-reward"})
  void tracesFollowTheRule(boolean same, String chip) {
    PlasticModel model = shared(same, same);
    Emulator emulator = ChipProfiles.named(chip).emulator(image(chip, model), true, 1);
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    TraceComparison comparison = new TraceComparison("into layer1");
    for (Input input : Input.each(DrawnModels.inputs(4, 160, 20, 2))) {
      runner.reset();
      emulator.reset();
      Recording expected = runner.run(input);
      Recording actual = emulator.drive(expected.spikes(), input.signals());
      for (int w = 0; w < expected.traces().size(); w++) {
        comparison.add(expected.traces().get(w).getFirst(), actual.traces().get(w).getFirst(), 1);
      }
    }
    assertThat(comparison.error().correlation()).isGreaterThan(0.97);
    assertThat(comparison.error().relativeRms()).isLessThan(0.05);
  }

  @Test
  void processorsWriteWhatIsNotShared() {
    ChipImage image = image(BOTH, shared(true, false));
    assertThat(image.layers().getFirst().program()).noneMatch(line -> line.startsWith("neuron "));
    assertThat(image.layers().getLast().program()).noneMatch(line -> line.startsWith("reward "));
    assertThat(codes(image.diagnostics())).contains("L-REWARD", "L-ASSIST");
    assertThat(cores(image, 2)).isOne();
  }

  @Test
  void oneModulatorIsBroadcast() {
    CodeEdge.of(
        "L-REWARD-ONE",
        explained("ndp-elig", RuleOptions.paper()),
        explained("ndp-elig-decay", RuleOptions.paper()));
  }

  private static Set<String> explained(String rule, RuleOptions options) {
    return ChipProfiles.named(REWARD).explain(rule(rule, options)).lines().stream()
        .map(line -> line.split(":", 2)[0])
        .collect(Collectors.toSet());
  }

  @Test
  void lavaHasNoRewards() {
    ChipProfile<?, ?> loihi1 = new Loihi1();
    CodeEdge.of("L-LAVA-REWARD", inLava(image(loihi1.name(), without())), inLava(APART));
    ChipImage image = APART;
    assertThatThrownBy(() -> new LavaFormat().write(image))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("the reward trace r1, which Lava does not have; NxSDK does");
  }

  private static Set<String> inLava(ChipImage image) {
    return new LavaFormat()
        .diagnostics(image).stream()
            .filter(d -> d.severity() == Severity.REFUSAL)
            .map(Diagnostic::code)
            .collect(Collectors.toSet());
  }

  @Test
  void registersSayWhatTheTraceFollows() {
    String written =
        new String(new RegisterFormat().write(APART).getFirst().bytes(), StandardCharsets.UTF_8);
    assertThat(written)
        .contains("\"follows\": \"spikes of population 1 decay", "which NxSDK has", "\"added\"");
  }

  /** Five operands, one of them a tag, pass 32 bits; without it they fit. */
  @Test
  void productsThatAreTooLongFitWithoutATag() {
    RuleOptions one = RuleOptions.paper().modulatedBy(new ModulatorSource.ExternalScalar());
    RuleOptions untagged = new RuleOptions(1000, Axis.GLOBAL, new ModulatorSource.ExternalScalar());
    CodeEdge.of("L-MAC-OVF", explained("ndp-bcm", untagged), explained("ndp-bcm", one));
    assertThat(ChipProfiles.named(BOTH).explain(rule("ndp-bcm", one)).lines())
        .anyMatch(line -> line.contains("y2 = max"));
    assertThat(ChipProfiles.named(BOTH).explain(rule("ndp-linear", one)).lines())
        .contains("r1 = M, written by the host at every update");
  }

  private static PlasticityRule rule(String name, RuleOptions options) {
    return Catalogue.find(name).orElseThrow().build(options);
  }

  private static void refused(ChipImage image, String part) {
    ChipProfile<?, ?> chip = ChipProfiles.named(image.profile());
    assertThatThrownBy(() -> chip.emulator(image, true, 1))
        .isInstanceOf(BrokenImageException.class)
        .hasMessageContaining(part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "reward .*|reward host from signal 0 for all|the image's 0",
        "population 1|population 7|must be 0 to 2",
        "decay [0-9]+|decay -1|(-1)",
        "reward spikes|reward pulses|cannot be read",
        "r1|y1|do not read r1"
      })
  void whatCannotBeLoadedIsNamed(String old, String now, String part) {
    ChipImage image = APART;
    ImageLayer layer = image.layers().getFirst();
    List<String> program = layer.program().stream().map(line -> line.replaceAll(old, now)).toList();
    refused(
        ChangedImage.of(image)
            .layer(0, l -> ChangedImage.layer(l, program, l.integers(), l.arrays()))
            .image(),
        part);
  }

  @Test
  void rewardsAreWholeNumbersOfSevenBitsAndASign() {
    ChipImage image = APART;
    refused(
        ChangedImage.of(image)
            .layer(0, l -> with(l, filled(l.array("reward").values(), 128)))
            .image(),
        "(128) must be -127 to 127");
  }

  @Test
  void neuronsOfACoreHaveOneReward() {
    ChipImage image = SHARED;
    refused(
        ChangedImage.of(image)
            .layer(
                0,
                l -> {
                  int[][] values = filled(l.array("reward").values(), 3);
                  values[0][0] = 4;
                  return with(l, values);
                })
            .image(),
        "Neurons 0 to 5 of layer layer1 need several rewards (r1), their core has one.");
  }

  private static ImageLayer with(ImageLayer layer, int[][] rewards) {
    List<QuantizedArray> arrays =
        layer.arrays().stream()
            .map(a -> a.name().equals("reward") ? QuantizedArray.exact("reward", rewards) : a)
            .toList();
    return ChangedImage.layer(layer, layer.program(), layer.integers(), arrays);
  }

  private static int[][] filled(int[][] shape, int value) {
    int[][] filled = new int[shape.length][];
    Arrays.setAll(
        filled,
        k -> {
          int[] row = new int[shape[k].length];
          Arrays.fill(row, value);
          return row;
        });
    return filled;
  }
}
