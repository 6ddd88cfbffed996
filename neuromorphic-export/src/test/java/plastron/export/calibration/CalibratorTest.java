package plastron.export.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.kit.FixedPointEmulator;
import plastron.export.toy.ToyModels;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.run.PlasticRunner;

class CalibratorTest {

  @Test
  void populationsAreCountedInWindows() {
    SpikeRaster input = new SpikeRaster(16, 2);
    input.set(0, 0);
    input.set(7, 0);
    input.set(8, 0);
    input.set(8, 1);
    PopulationRanges ranges =
        calibrate(ToyModels.inForm(2, 1, "dp-linear"), input).populations().getFirst();
    assertThat(ranges.name()).isEqualTo("input");
    assertThat(ranges.maxWindowRate()).isEqualTo(2.0 / 8);
    assertThat(ranges.meanRate()).isEqualTo(4.0 / 32);
    assertThat(ranges.maxSpikesPerStep()).isEqualTo(2);
    double decay = 7.0 / 9;
    assertThat(ranges.maxTraceRate())
        .isCloseTo((1 - decay) * (1 + decay + Math.pow(decay, 8)), within(1e-12));
  }

  @Test
  void tracesAreExpectedBeyondThoseOfExamplesThatDiffer() {
    PlasticModel model = ToyModels.inForm(3, 1, "dp-linear");
    Function<List<SpikeRaster>, PopulationRanges> input =
        examples -> calibrate(model, examples.toArray(SpikeRaster[]::new)).populations().getFirst();
    SpikeRaster calm = ToyModels.noise(80, 3, 0.1, 1);
    PopulationRanges alike = input.apply(List.of(calm, calm));
    assertThat(alike.expectedTraceRate()).isEqualTo(alike.maxTraceRate());
    PopulationRanges differ = input.apply(List.of(calm, ToyModels.noise(80, 3, 0.3, 2)));
    assertThat(differ.expectedTraceRate()).isGreaterThan(differ.maxTraceRate());
    PopulationRanges full = input.apply(List.of(calm, ToyModels.noise(80, 3, 1, 2)));
    assertThat(full.expectedTraceRate()).isEqualTo(1);
  }

  @Test
  void theReplayedPlasticWeightsAreTheRecordedOnes() {
    for (String rule :
        List.of("dp-linear", "dp-oja", "dp-bcm", "ndp-oja", "ndp-linear", "ndp-elig")) {
      PlasticModel model = ToyModels.inForm(5, 4, rule, rule);
      SpikeRaster input = ToyModels.noise(120, 5, 0.3, 3);
      Calibration calibration = calibrate(model, input);
      Recording recording = new FixedPointEmulator(model, true).run(input);
      for (int l = 0; l < 2; l++) {
        assertThat(calibration.layers().get(l).plastic().maxAbsolute())
            .as(rule)
            .isCloseTo(largest(recording, l), within(1e-6));
      }
    }
  }

  @Test
  void theReplayAgreesWithTheFloatSimulator() {
    for (RateEstimator rates :
        List.of(new RateEstimator.Boxcar(), RateEstimator.ExponentialTrace.matching(8))) {
      PlasticModel toy = ToyModels.inForm(5, 4, "ndp-bcm", "dp-oja");
      PlasticModel model = ToyModels.with(toy, new Clock(8, rates, 0.7));
      SpikeRaster input = ToyModels.noise(240, 5, 0.3, 4);
      Calibration calibration = calibrate(model, PlasticRunner.of(model).withTraces(true), input);
      Recording recording = PlasticRunner.of(model).withTraces(true).run(input);
      for (int l = 0; l < 2; l++) {
        assertThat(calibration.layers().get(l).plastic().maxAbsolute())
            .isCloseTo(largest(recording, l), withinPercentage(0.01));
      }
    }
  }

  private static double largest(Recording recording, int layer) {
    double largest = 0;
    for (List<float[][]> window : recording.traces()) {
      for (float[] row : window.get(layer)) {
        for (float value : row) {
          largest = Math.max(largest, Math.abs(value));
        }
      }
    }
    assertThat(largest).isPositive();
    return largest;
  }

  @Test
  void aNeuronFiresExactlyIfItsPotentialReachesTheThreshold() {
    PlasticModel model = ToyModels.inForm(5, 4, "static");
    SpikeRaster silent = ToyModels.noise(50, 5, 0.0, 3);
    assertThat(calibrate(model, silent).layers().getFirst().potential()).isEqualTo(ValueRange.ZERO);
    SpikeRaster busy = ToyModels.noise(200, 5, 0.4, 3);
    assertThat(calibrate(model, busy).populations().getLast().meanRate()).isPositive();
    assertThat(calibrate(model, busy).layers().getFirst().potential().max())
        .isGreaterThanOrEqualTo(1);
  }

  @Test
  void signalsAndProductsAreMeasured() {
    LayerRanges ranges =
        calibrate(ToyModels.inForm(5, 4, "ndp-oja"), ToyModels.noise(120, 5, 0.4, 5))
            .layers()
            .getFirst();
    assertThat(ranges.symbols()).containsKeys("x", "y", "E", "M", "d", "eta", "alpha");
    assertThat(ranges.product("M.y").maxAbsolute())
        .isPositive()
        .isLessThanOrEqualTo(ranges.symbol("M").maxAbsolute() * ranges.symbol("y").maxAbsolute());
    assertThat(ranges.symbol("eta")).isEqualTo(ValueRange.ofAll(0.1, 0.1, 0.1));
    assertThatThrownBy(() -> ranges.symbol("psi")).hasMessageContaining("(psi)");
  }

  @Test
  void inputsOfAnotherSizeAreRefused() {
    PlasticModel model = ToyModels.inForm(5, 4, "static");
    assertThatThrownBy(() -> calibrate(model, new SpikeRaster(3, 6)))
        .hasMessageContaining("(6 neurons)");
    assertThatThrownBy(() -> calibrate(model)).hasMessageContaining("(0 examples)");
  }

  private static Calibration calibrate(PlasticModel model, SpikeRaster... examples) {
    return calibrate(model, new FixedPointEmulator(model, true), examples);
  }

  private static Calibration calibrate(PlasticModel model, Runner runner, SpikeRaster... examples) {
    List<String> names = model.graph().projections().stream().map(PlasticProjection::to).toList();
    return new Calibrator(model, names, runner).calibrate(Input.each(List.of(examples)));
  }
}
