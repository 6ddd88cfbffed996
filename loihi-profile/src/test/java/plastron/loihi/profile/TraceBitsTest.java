package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.export.stage.RoundedState;
import plastron.export.stage.ScaledLayer;
import plastron.loihi.program.LoihiProgram;
import plastron.loihi.program.TraceScale;
import plastron.loihi.rule.Variable;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Role;

/** Traces of spikes may be given fewer bits, and training is told what they hold. */
class TraceBitsTest {

  private static final int[] SIZES = {20, 12, 4};
  private static final int INTERVAL = 16;
  private static final double DECAY = (INTERVAL - 1.0) / (INTERVAL + 1.0);
  private static final double REFERENCE_RATE = 0.5;
  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(8, 320, SIZES[0], 1);

  private static List<ScaledLayer<LoihiProgram>> layers(String rule, String bits) {
    ExportOptions options = new ExportOptions(1, Map.of(ExportOptions.TRACE_BITS, bits));
    return ExportPipeline.to(new Loihi2())
        .scales(DrawnModels.model(rule, INTERVAL, 0.125, 3, SIZES), Input.each(EXAMPLES), options)
        .layers();
  }

  private static TraceScale trace(ScaledLayer<LoihiProgram> layer, Variable variable) {
    return layer.program().plastic().orElseThrow().traces().of(variable);
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5, 6, 7})
  void theLargestRateTakesTheirBits(int bits) {
    for (ScaledLayer<LoihiProgram> layer : layers("dp-linear", Integer.toString(bits))) {
      int most = (1 << bits) - 1;
      int impulse = trace(layer, Variable.X1).impulse().whole();
      assertThat(impulse).isBetween(1, most);
      if (bits < TraceScale.BITS) {
        int finer = trace(layers("dp-linear", "7").getFirst(), Variable.X1).impulse().whole();
        assertThat(impulse).isLessThan(finer);
      }
    }
  }

  @Test
  void trainingRoundsRatesToTheirSteps() {
    for (ScaledLayer<LoihiProgram> layer : layers("dp-linear", "4")) {
      List<RoundedState> rates =
          layer.states().stream().filter(s -> s.state().role() == Role.ACTIVITY).toList();
      assertThat(rates).hasSize(2);
      for (RoundedState rate : rates) {
        Variable variable = rate.state().axis() == Axis.PRE ? Variable.X1 : Variable.Y1;
        int impulse = trace(layer, variable).impulse().whole();
        double gain = (1 - DECAY) / REFERENCE_RATE;
        assertThat(rate.grid().rounding()).isEqualTo(Grid.Rounding.RANDOM);
        assertThat(impulse * rate.grid().step()).isCloseTo(gain, within(1e-12));
        assertThat(rate.grid().high() / rate.grid().step()).isCloseTo(127, within(1e-9));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"dp-bcm, PRE", "ndp-elig, SYNAPSE"})
  void aSecondStateIsRoundedByItself(String rule, Axis axis) {
    for (ScaledLayer<LoihiProgram> layer : layers(rule, "7")) {
      assertThat(layer.states())
          .filteredOn(s -> s.state().role() == Role.STATE && s.factor().isEmpty())
          .singleElement()
          .satisfies(s -> assertThat(s.state().axis()).isEqualTo(axis));
    }
  }

  @Test
  void whatNeuronsWriteIsNoTraceOfSpikes() {
    for (ScaledLayer<LoihiProgram> layer : layers("ndp-linear", "7")) {
      assertThat(layer.states().stream().map(s -> s.state().axis()))
          .contains(Axis.PRE)
          .doesNotContain(Axis.POST);
    }
  }

  @Test
  void tooFewForASpikeAreRefused() {
    assertThatThrownBy(() -> layers("dp-linear", "3"))
        .isInstanceOf(ExportRefusedException.class)
        .hasMessageContaining("L-TRACE-RES")
        .hasMessageContaining("of 0 to 7")
        .hasMessageContaining("more trace-bits");
  }

  @ParameterizedTest
  @ValueSource(strings = {"8", "1", "0", "four"})
  void otherBitsAreRefused(String bits) {
    assertThatThrownBy(() -> layers("dp-linear", bits))
        .isInstanceOfSatisfying(
            ExportRefusedException.class,
            e ->
                assertThat(e.refusals().getFirst().toString())
                    .contains("L-SETTING", "trace-bits (" + bits + ")", "7, 6, 5, 4, 3, 2"));
  }
}
