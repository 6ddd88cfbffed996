package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.export.kit.CodeEdge;
import plastron.export.kit.CompiledLayer;
import plastron.export.kit.RefusedCodes;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;

/** What a core has of everything, and one more. */
class NeurocoreResourcesTest {

  private static final List<Input> EXAMPLES = Input.each(DrawnModels.inputs(3, 160, 12, 1));
  private static final Loihi1 LOIHI1 = new Loihi1();
  private static final Loihi2 LOIHI2 = new Loihi2();

  private static CompiledLayer<LoihiProgram> layer(LoihiProfile chip, String rule, int interval) {
    return CompiledLayer.of(chip, DrawnModels.model(rule, interval, 0.125, 5, 12, 8), EXAMPLES);
  }

  /** An axon for each of the parts that a neuron's spikes go to. */
  @Test
  void outputAxons() {
    var fixed = layer(LOIHI1, "static", 8);
    int most =
        CodeEdge.counted("L-CORE-OUTPUT-AXONS", parts -> chain(fixed, parts * 1024), 1000, 5000);
    assertThat(most).isEqualTo(4096);
  }

  /** A neuron that sends to a population of so many. */
  private static Set<String> chain(CompiledLayer<LoihiProgram> layer, int size) {
    return RefusedCodes.ofMapping(
        layer.chip(),
        List.of(1, 1, size),
        List.of(layer.sized(0, 1, 1, 1), layer.sized(1, 1, 2, size)));
  }

  /** One for each layer that learns, of 8; rules with a sum over synapses take two. */
  @Test
  void learningProfiles() {
    var plastic = layer(LOIHI1, "dp-linear", 8);
    assertThat(
            CodeEdge.counted(
                "L-CORE-LEARNING-PROFILES", n -> into(IntStream.range(0, n), plastic), 1, 20))
        .isEqualTo(8);
    var summing = layer(LOIHI2, "dp-oja", 8);
    assertThat(
            CodeEdge.counted(
                "L-CORE-LEARNING-PROFILES", n -> into(IntStream.range(0, n), summing), 1, 20))
        .isEqualTo(4);
  }

  private static Set<String> into(IntStream layers, CompiledLayer<LoihiProgram> layer) {
    return into(layers.mapToObj(l -> layer).toList());
  }

  /** Layers of three inputs each into one population. */
  private static Set<String> into(List<CompiledLayer<LoihiProgram>> layers) {
    List<Integer> sizes = new ArrayList<>();
    List<QuantizedLayer<LoihiProgram>> all = new ArrayList<>();
    for (CompiledLayer<LoihiProgram> layer : layers) {
      all.add(layer.sized(sizes.size(), 3, layers.size(), 4));
      sizes.add(3);
    }
    sizes.add(4);
    return RefusedCodes.ofMapping(layers.getFirst().chip(), sizes, all);
  }

  /** Seven exponents of fixed weights. */
  @Test
  void synapseFormats() {
    var fixed = layer(LOIHI1, "static", 8);
    assertThat(
            CodeEdge.counted(
                "L-CORE-SYNAPSE-FORMATS",
                n -> into(IntStream.range(0, n).mapToObj(e -> shifted(fixed, e)).toList()),
                1,
                12))
        .isEqualTo(7);
  }

  private static CompiledLayer<LoihiProgram> shifted(CompiledLayer<LoihiProgram> layer, int by) {
    LoihiProgram p = layer.layer().program();
    NeuronNumbers n = p.neurons();
    return layer.with(
        new LoihiProgram(
            new NeuronNumbers(
                n.du(),
                n.dv(),
                n.vth(),
                n.biasMantissa(),
                n.biasExponent(),
                n.staticExponents().stream().map(e -> e - by).toList(),
                n.plasticExponent(),
                n.voltageUnit()),
            p.plastic(),
            p.arithmetic()));
  }

  /** Traces of three update intervals. */
  @Test
  void traceProfiles() {
    List<CompiledLayer<LoihiProgram>> layers =
        IntStream.of(4, 8, 16, 32).mapToObj(i -> layer(LOIHI1, "dp-linear", i)).toList();
    assertThat(CodeEdge.counted("L-CORE-PRE-TRACE-PROFILES", n -> into(layers.subList(0, n)), 1, 4))
        .isEqualTo(3);
  }

  /** Populations are cut, down to single neurons, which axons keep from having more. */
  @Test
  void whatOneNeuronNeverUsesUp() {
    var plastic = layer(LOIHI1, "dp-linear", 8);
    CodeEdge.never("L-CORE-COMPARTMENTS", plastic.refused(12, 1_000_000));
    CodeEdge.never("L-CORE-SYNAPSE-BITS", plastic.refused(1365, 1_000_000));
    CodeEdge.never("L-CORE-SYNAPSE-BITS", plastic.refused(1366, 1));
    CodeEdge.never("L-CORE-SYNAPSE-BITS", layer(LOIHI1, "static", 8).refused(4097, 1));
    var summing = layer(LOIHI2, "ndp-oja", 8);
    CodeEdge.never("L-CORE-NEURON-STATE-BYTES", summing.refused(12, 1_000_000));
    CodeEdge.never("L-CORE-STATE-BYTES-OF-A-NEURON", into(IntStream.range(0, 100), summing));
  }
}
