package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ImageLayer;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.run.PlasticRunner;

/** Rates decay as the model has it, whether or not that matches the update interval. */
class TraceDecayTest {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(3, 160, 12, 1);

  private static PlasticModel model(String rule, double decay) {
    PlasticModel model = DrawnModels.model(rule, 8, 0.125, 5, 12, 8);
    PlasticGraph graph = model.graph();
    Clock clock = new Clock(8, new RateEstimator.ExponentialTrace(decay), 0.5);
    return model.with(
        new PlasticGraph(
            graph.populations(), graph.projections(), graph.drives(), graph.learned(), clock));
  }

  private static ImageLayer layer(PlasticModel model) {
    return ExportPipeline.to(new Loihi2())
        .run(model, Input.each(EXAMPLES), ExportOptions.DEFAULT)
        .layers()
        .getFirst();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 7.0 / 9, 0.98})
  void tracesDecayAsTheModelsDo(double decay) {
    ImageLayer layer = layer(model("dp-linear", decay));
    for (String trace : List.of("x1", "y1")) {
      assertThat(layer.integer(trace + "_decay_2_30")).isEqualTo(Math.round(decay * (1 << 30)));
      double impulse = layer.integer(trace + "_impulse");
      assertThat(impulse).isBetween(1.0, 127.0);
      assertThat(layer.real(trace + "_unit"))
          .isCloseTo((1 - decay) / (impulse * 0.5), Offset.offset(1e-12));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.98})
  void neuronProgramsDecayAsTheModelsDo(double decay) {
    String fixed = "decay " + Math.round(decay * (1 << 15)) + " ";
    assertThat(layer(model("ndp-linear", decay)).program())
        .filteredOn(line -> line.contains(" decay "))
        .hasSizeGreaterThanOrEqualTo(2)
        .allMatch(line -> line.contains(fixed));
  }

  /** With the matching decay in place of the others errors were far above that. */
  @ParameterizedTest
  @CsvSource({"0.5, 0.03", "0.777777, 0.02", "0.98, 0.03"})
  void alphaTimesTraceFollowsTheModel(double decay, double bound) {
    PlasticModel model = model("dp-linear", decay);
    Loihi2 chip = new Loihi2();
    Agreement agreement =
        Agreement.of(
            PlasticRunner.of(model).withTraces(true),
            chip.emulator(
                ExportPipeline.to(chip).run(model, Input.each(EXAMPLES), ExportOptions.DEFAULT),
                true,
                1),
            EXAMPLES);
    assertThat(agreement.traceError()).as(agreement.toString()).isLessThan(bound);
  }
}
