package plastron.loihi.profile;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.format.OutputFormat;
import plastron.export.image.ChipImage;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.RefusedCodes;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.loihi.lava.LavaFormat;
import plastron.loihi.netx.NetxFormat;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/** What formats cannot say of an image. */
class FormatCodesTest {

  private static final SpikeRaster INPUT = DrawnModels.inputs(1, 160, 4, 1).getFirst();
  private static final OutputFormat NETX = new NetxFormat();
  private static final OutputFormat LAVA = new LavaFormat();

  private static Set<String> codes(OutputFormat format, PlasticModel model) {
    return RefusedCodes.of(said(format, model));
  }

  private static Set<String> allCodes(OutputFormat format, PlasticModel model) {
    return said(format, model).stream().map(Diagnostic::code).collect(Collectors.toSet());
  }

  private static List<Diagnostic> said(OutputFormat format, PlasticModel model) {
    int sources =
        (int)
            model.graph().populations().stream()
                .filter(p -> p.neuron() instanceof Neuron.SpikeSource)
                .count();
    Input input = new Input(Stream.generate(() -> INPUT).limit(sources).toList(), Map.of());
    ChipImage image =
        ExportPipeline.to(new Loihi2()).run(model, List.of(input), ExportOptions.DEFAULT);
    return format.diagnostics(image);
  }

  /** Projections such as {@code a>x}; populations a and b are sources. */
  private static PlasticModel graph(String... projections) {
    List<String> names =
        Arrays.stream(projections).flatMap(p -> Stream.of(p.split(">"))).distinct().toList();
    ModelBuilder model = PlasticModel.named("graph");
    names.stream().filter("ab"::contains).forEach(n -> model.source(n, 4));
    names.stream()
        .filter(n -> !"ab".contains(n))
        .forEach(n -> model.population(n, 4, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0)));
    for (String projection : projections) {
      String[] ends = projection.split(">", -1);
      model.projection(ends[0], ends[1], p -> p.latency(1));
    }
    return model.updateEvery(8).seed(1).build();
  }

  @Test
  void netxHasOneInput() {
    CodeEdge.of("L-NETX-SOURCES", codes(NETX, graph("a>x")), codes(NETX, graph("a>x", "b>x")));
  }

  @Test
  void netxHasAChainOfLayers() {
    CodeEdge.of("L-NETX-CHAIN", codes(NETX, graph("a>x", "x>y")), codes(NETX, graph("a>x", "a>y")));
  }

  @Test
  void netxCannotScaleZeros() {
    PlasticModel model = graph("a>x");
    PlasticProjection layer = model.graph().projections().getFirst();
    Map<String, double[][]> zero = new HashMap<>(layer.parameters());
    zero.put("W", new double[4][4]);
    CodeEdge.of(
        "L-NETX-ZERO",
        codes(NETX, model),
        codes(NETX, model.withProjections(List.of(layer.withParameters(zero)))));
  }

  @Test
  void lavaRunsOneConnectedNetwork() {
    CodeEdge.of(
        "L-LAVA-PARTS", codes(LAVA, graph("a>x", "b>y", "x>y")), codes(LAVA, graph("a>x", "b>y")));
  }

  /** Three trials of six windows: 3 * 6 * 32768 * 339 numbers are below 200 million. */
  @Test
  void lavaBundlesHaveAnEnd() {
    CodeEdge.of("L-LAVA-SIZE", codes(LAVA, wide(335)), codes(LAVA, wide(336)));
  }

  private static PlasticModel wide(int neurons) {
    return PlasticModel.named("wide")
        .source("a", 4)
        .population("x", neurons, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
        .projection("a", "x", p -> p.latency(1))
        .updateEvery(32768)
        .seed(1)
        .build();
  }

  @Test
  void whatLearningLosesInFormats() {
    PlasticModel still = graph("a>x");
    PlasticModel learning = DrawnModels.model("dp-linear", 8, 0.125, 5, 4, 4);
    PlasticModel modulated = DrawnModels.model("ndp-linear", 8, 0.125, 5, 4, 4);
    CodeEdge.of("L-FREEZE", allCodes(NETX, still), allCodes(NETX, learning));
    CodeEdge.of("L-LAVA-ROUND", allCodes(LAVA, still), allCodes(LAVA, learning));
    CodeEdge.of("L-VENDOR", allCodes(LAVA, learning), allCodes(LAVA, modulated));
  }

  /** A bias keeps steps of 64. */
  @Test
  void netxHasCoarserBiases() {
    CodeEdge.of("L-NETX-BIAS", allCodes(NETX, biased(0)), allCodes(NETX, biased(0.0123)));
  }

  private static PlasticModel biased(double bias) {
    return DrawnModels.with(graph("a>x"), n -> new Neuron.Lif(1, 0.8, bias, Neuron.Reset.HARD, 0));
  }

  /** Weights of 8 bits that have no exponent, and those that have one. */
  @Test
  void netxHasNoExponents() {
    CodeEdge.between("L-NETX-SCALE", w -> allCodes(NETX, weighing(w)), 0.0024, 0.0073);
  }

  /** Weights of two projections that are steps of one scale, and that are not. */
  @Test
  void netxHasOneScaleForAPopulation() {
    CodeEdge.of("L-NETX-WEIGHT", allCodes(NETX, twice(0.3)), allCodes(NETX, twice(0.1)));
  }

  private static PlasticModel weighing(double w) {
    return PlasticModel.named("weights")
        .source("a", 4)
        .population("x", 4, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
        .projection("a", "x", p -> p.latency(1).set("W", w))
        .updateEvery(8)
        .build();
  }

  private static PlasticModel twice(double w) {
    return PlasticModel.named("weights")
        .source("a", 4)
        .population("x", 4, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
        .projection("a", "x", p -> p.latency(1).set("W", 0.3))
        .projection("x", "x", p -> p.latency(0).set("W", w))
        .updateEvery(8)
        .build();
  }
}
