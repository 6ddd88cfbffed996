package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.fixedpoint.QuantizedArray;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageCore;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.resource.Scope;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.QuantizedLayer;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.chip.LoihiChip;
import plastron.loihi.chip.LoihiChips;
import plastron.loihi.neuron.NeuronProgram;
import plastron.loihi.neuron.Statement;
import plastron.loihi.program.ChipTraces;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.NeuronNumbers;
import plastron.loihi.program.PlasticProgram;
import plastron.loihi.rule.MicrocodeRule;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/** The tables of a core that several layers share, each one entry past its end and at its end. */
class CoreTablesTest {

  private static final Neuron LIF = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0);

  /** Weights of layer k are smaller by 2^k: each takes an exponent of its own. */
  @ParameterizedTest
  @ValueSource(strings = {"loihi1", "loihi2"})
  void synapseFormats(String chip) {
    assertThat(image(chip, formats(7)).cores().getFirst().demand().of(LoihiChip.SYNAPSE_FORMATS))
        .isEqualTo(7);
    assertThatThrownBy(() -> image(chip, formats(8)))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("L-CORE-SYNAPSE-FORMATS population layer: ")
        .hasMessageContaining("need 8 synapse formats on one core")
        .hasMessageEndingWith(": 1 too few. Maybe let at most 7 layers lead to it.");
  }

  private static PlasticModel formats(int layers) {
    ModelBuilder model = PlasticModel.named("formats").population("layer", 3, LIF);
    for (int k = 0; k < layers; k++) {
      double scale = Math.scalb(0.8, -k);
      model.source("in" + k, 1);
      model.projection(
          "in" + k,
          "layer",
          p -> p.kernel(new Kernel.Delta()).delivery(Delivery.ARRIVAL).latency(1).set("W", scale));
    }
    return model.build();
  }

  /** Inputs that fire at other rates take other impulses. */
  @Test
  void presynapticTraces() {
    assertThat(
            image("loihi1", traces(3)).cores().getFirst().demand().of(LoihiChip.PRE_TRACE_PROFILES))
        .isEqualTo(3);
    assertThatThrownBy(() -> image("loihi1", traces(4)))
        .hasMessageContaining("need 4 presynaptic trace profiles on one core")
        .hasMessageEndingWith("Maybe let at most 3 layers lead to it.");
  }

  private static PlasticModel traces(int layers) {
    ModelBuilder model =
        PlasticModel.named("traces")
            .population("layer", 3, LIF)
            .clock(new Clock(8, RateEstimator.ExponentialTrace.matching(8), 1));
    for (int k = 0; k < layers; k++) {
      model.source("in" + k, 1);
      model.projection(
          "in" + k,
          "layer",
          p -> {
            p.rule("dp-linear").delivery(Delivery.ARRIVAL).latency(1);
            p.set("W", 0.3).set("alpha", 0.3).set("eta", 0.125);
          });
    }
    return model.build();
  }

  /** A spike takes an output axon for every core that it goes to. */
  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void outputAxons(int parts) {
    // Lists of 1024 axons with 112 synapses each fill 16384 words of 64 bits.
    PlasticModel model =
        PlasticModel.named("routes")
            .source("in", 1)
            .population("first", 1024, LIF)
            .population("second", 112 * parts, LIF)
            .projection("in", "first", p -> p.delivery(Delivery.ARRIVAL).latency(1).set("W", 0.5))
            .projection(
                "first", "second", p -> p.delivery(Delivery.ARRIVAL).latency(1).set("W", 0.01))
            .build();
    List<ImageCore> cores = image("loihi1", model).cores();
    assertThat(cores.stream().filter(c -> c.population() == 2)).hasSize(parts);
    List<ImageCore> first = cores.stream().filter(c -> c.population() == 1).toList();
    assertThat(first).hasSize(parts == 4 ? 1 : 2);
    for (ImageCore core : first) {
      assertThat(core.demand().of(LoihiChip.OUTPUT_AXONS))
          .isEqualTo((long) (core.to() - core.from()) * parts)
          .isLessThanOrEqualTo(4096);
    }
  }

  /** 4096 bytes of state: u and v take 6, a register 2. */
  @Test
  void stateOfANeuron() {
    assertThat(exceeded(2045)).isEmpty();
    assertThat(exceeded(2046)).contains(LoihiChip.STATE_OF_A_NEURON);
  }

  private static Optional<String> exceeded(int registers) {
    NeuronProgram neurons =
        new NeuronProgram(
            IntStream.range(0, registers)
                .<Statement>mapToObj(r -> new Statement.Rate("r" + r, 1, 1))
                .toList());
    PlasticProgram plastic =
        new PlasticProgram(
            1,
            8,
            0,
            true,
            new ChipTraces(Map.of()),
            MicrocodeRule.parse(Optional.of("2^-2*u0*x1*y1"), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.of(neurons),
            Optional.empty(),
            0,
            1,
            1,
            1,
            1);
    LoihiProgram program =
        new LoihiProgram(
            new NeuronNumbers(0, 0, 1, 0, 0, List.of(0), 0, 1),
            Optional.of(plastic),
            LoihiArithmetic.DEFAULT);
    QuantizedLayer<LoihiProgram> layer =
        new QuantizedLayer<>(
            "layer",
            0,
            1,
            1,
            1,
            "rule",
            program,
            List.of(QuantizedArray.exact(LoihiProgram.STATIC_WEIGHTS, new int[][] {{1}})));
    return LoihiDemand.of(List.of(layer), 1, LoihiChips.LOIHI2)
        .exceeded(LoihiChips.LOIHI2.limits(), Scope.CORE)
        .map(limit -> limit.name());
  }

  private static ChipImage image(String chip, PlasticModel model) {
    return image(ChipProfiles.named(chip), model);
  }

  private static <R, P> ChipImage image(ChipProfile<R, P> chip, PlasticModel model) {
    List<SpikeRaster> spikes = new ArrayList<>();
    for (int source : model.graph().inputs()) {
      SpikeRaster raster = new SpikeRaster(80, model.graph().populations().get(source).size());
      // The first fires in every 16th step, the next in every 8th, ...
      int period = Math.max(1, 16 >> spikes.size());
      for (int t = spikes.size(); t < raster.steps(); t += period) {
        raster.set(t, t % raster.neurons());
      }
      spikes.add(raster);
    }
    List<Input> examples = List.of(Input.of(spikes.toArray(SpikeRaster[]::new)));
    return ExportPipeline.to(chip).run(model, examples, ExportOptions.DEFAULT);
  }
}
