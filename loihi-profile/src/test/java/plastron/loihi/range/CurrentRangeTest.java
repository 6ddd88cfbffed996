package plastron.loihi.range;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.profile.ImageEmulator;
import plastron.export.range.AccumulatorRange;
import plastron.export.stage.ExportOptions;
import plastron.loihi.arithmetic.LoihiArithmetic;
import plastron.loihi.random.RandomSources;
import plastron.loihi.run.LoihiCores;
import plastron.plasticity.model.PlasticModel;

/** The current of a neuron on either side of its worst case. */
class CurrentRangeTest {

  private static final int INPUTS = 64;
  private static final int STEPS = 64;

  /** Two projections into the same neurons, excitatory all of them. */
  private static PlasticModel model() {
    return PlasticModel.named("currents")
        .source("a", INPUTS)
        .source("b", INPUTS)
        .population("layer", 3, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
        .projection("a", "layer", p -> p.delivery(Delivery.ARRIVAL).latency(1).set("W", 0.05))
        .projection("b", "layer", p -> p.delivery(Delivery.ARRIVAL).latency(1).set("W", 0.05))
        .build();
  }

  /** Inputs of which one in {@code every} fires in every step. */
  private static Input input(int every) {
    SpikeRaster raster = new SpikeRaster(STEPS, INPUTS);
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < INPUTS; j += every) {
        raster.set(t, j);
      }
    }
    return Input.of(raster, raster);
  }

  private static <R, P> ChipImage image(ChipProfile<R, P> chip, int every) {
    return ExportPipeline.to(chip).run(model(), List.of(input(every)), ExportOptions.DEFAULT);
  }

  private static AccumulatorRange current(ChipImage image) {
    return ChipProfiles.named("loihi2").ranges(image).stream()
        .filter(r -> r.accumulator().equals("u"))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> codes(ChipImage image) {
    return image.diagnostics().stream().map(Diagnostic::code).toList();
  }

  @Test
  void theWorstCaseIsReachedAndFits() {
    ChipImage image = image(ChipProfiles.named("loihi2"), 1);
    AccumulatorRange current = current(image);
    assertThat(current.isSafe()).isTrue();
    assertThat(codes(image)).doesNotContain("L-U-OVF");
    LoihiCores cores =
        new LoihiCores(image, LoihiArithmetic.DEFAULT, true, RandomSources.independent(1));
    new ImageEmulator(image, cores, 1).run(input(1));
    assertThat((double) cores.neurons("layer").current(0))
        .isCloseTo(current.worst(), Percentage.withPercentage(1))
        .isLessThanOrEqualTo(current.worst());
    // All layers of the population together: what was measured is the worst case.
    assertThat(current.calibrated().orElseThrow())
        .isCloseTo(current.worst(), Percentage.withPercentage(1));
    assertThat(cores.counters()).containsEntry("layer.current_wraps", 0L);
  }

  @Test
  void whatOnlyTheWorstCaseOverflowsIsWarnedOfWithItsMargin() {
    ChipImage image = image(ChipProfiles.named("loihi2"), 8);
    AccumulatorRange current = current(image);
    assertThat(current.isSafe()).isFalse();
    assertThat(current.overflows()).isFalse();
    assertThat(current.worst())
        .isCloseTo(8 * current.calibrated().orElseThrow(), Percentage.withPercentage(2));
    assertThat(image.diagnostics())
        .filteredOn(d -> d.code().equals("L-U-OVF"))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.subject()).isEqualTo("population layer");
              assertThat(d.message())
                  .contains("if all synapses carried a spike in every step u would reach")
                  .contains(
                      "its 24 bits hold 8.39e+06, 0.%d".formatted((int) (10 * current.margin())))
                  .contains("in calibration it reached");
            });
    LoihiCores cores =
        new LoihiCores(image, LoihiArithmetic.DEFAULT, true, RandomSources.independent(1));
    new ImageEmulator(image, cores, 1).run(input(1));
    assertThat(cores.counters().get("layer.current_wraps")).isPositive();
  }
}
