package plastron.plasticity.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Kernel;
import plastron.core.run.Input;
import plastron.core.run.PotentialRecorder;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.ProjectionBuilder;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;

class PlasticRunnerTest {

  @ParameterizedTest
  @ValueSource(strings = {"small-dp-oja-policy", "small-ndp-bcm-policy"})
  void givesTheReferenceSpikesAndTraces(String name) throws IOException {
    VectorFile vector = new VectorFile(name);
    PlasticModel model = vector.model();
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    Recording recording = runner.run(vector.input());
    int last = vector.updates() - 1;
    assertThat(recording.traces()).hasSize(vector.updates());
    for (int l = 0; l < model.graph().projections().size(); l++) {
      assertThat(recording.spikes().get(l + 1)).isEqualTo(vector.spikes(l));
      double[][] alpha = model.graph().projections().get(l).parameter("alpha");
      for (int w = 0; w <= last; w++) {
        close(recording.traces().get(w).get(l), vector.value(w, l, "E"), alpha);
      }
      String into = model.graph().projections().get(l).name();
      close(runner.value(into, "E"), vector.value(last, l, "E"), null);
      if (name.contains("bcm")) {
        close(runner.value(into, "phi"), vector.value(last, l, "phi"), null);
        // The product W_m y, as used in the last update.
        close(runner.value(into, "dot_W_m_y"), vector.value(last, l, "M"), null);
      }
    }
  }

  @Test
  void withoutLearningTracesStayAtZeroAndSpikesAreThoseOfFixedWeights() {
    PlasticModel model = model("ndp-oja", new ModulatorSource.OwnLayer());
    SpikeRaster input = RandomModel.input(new Random(4), 60, 6, 0.3);
    PlasticRunner control = PlasticRunner.of(model).withLearning(false).withTraces(true);
    Recording recording = control.run(input);
    assertThat(recording.traces()).hasSize(12);
    assertThat(recording.traces().getLast().get(0)).isDeepEqualTo(new float[6][5]);
    assertThat(recording.spikes().get(1))
        .isNotEqualTo(PlasticRunner.of(model).run(input).spikes().get(1));
    double[][] w = model.graph().projections().getFirst().parameter("W");
    PlasticModel withFixed = model(p -> p.kernel(new Kernel.Exponential(4)).set("W", w));
    assertThat(PlasticRunner.of(withFixed).run(input).spikes()).isEqualTo(recording.spikes());
  }

  @Test
  void aModulatorFromOutsideIsUsedWindowByWindow() {
    PlasticModel model = model("ndp-linear", new ModulatorSource.ExternalScalar());
    SpikeRaster input = RandomModel.input(new Random(4), 20, 6, 0.3);
    PlasticRunner runner = PlasticRunner.of(model).withTraces(true);
    Input given = new Input(List.of(input), Map.of("M", Signal.of(0, 0, 1)));
    List<List<float[][]>> traces = runner.run(given).traces();
    assertThat(traces.get(1).get(0)).isDeepEqualTo(new float[6][5]);
    assertThat(magnitude(traces.get(2).get(0))).isGreaterThan(0);
    assertThat(runner.value("input-a", "M"))
        .as("beyond the values given")
        .isDeepEqualTo(new float[][] {{0}});
    runner.reset();
    assertThat(magnitude(runner.run(input).traces().getLast().get(0))).isZero();
  }

  @Test
  void aSignalStartsInTheWindowInWhichItsRunStarts() {
    PlasticModel model = model("ndp-linear", new ModulatorSource.ExternalScalar());
    PlasticRunner runner = PlasticRunner.of(model);
    runner.run(new SpikeRaster(7, 6));
    // Three steps are left of the second window.
    runner.run(rewarded(2, 1, 2));
    runner.run(rewarded(1, 3, 4));
    assertThat(runner.value("input-a", "M")).isDeepEqualTo(new float[][] {{3}});
    runner.run(rewarded(5, 5, 6));
    assertThat(runner.value("input-a", "M")).isDeepEqualTo(new float[][] {{5}});
    runner.run(rewarded(10, 7, 8));
    assertThat(runner.value("input-a", "M")).isDeepEqualTo(new float[][] {{8}});
  }

  private static Input rewarded(int steps, double... values) {
    return new Input(List.of(new SpikeRaster(steps, 6)), Map.of("M", Signal.of(values)));
  }

  @Test
  void anotherPopulationMayModulate() {
    // All of the modulation comes from input neuron 2.
    double[][] fromInput = new double[6][5];
    Arrays.fill(fromInput[2], 1);
    PlasticityRule rule =
        RandomModel.rule(
            "ndp-linear", RuleOptions.paper().modulatedBy(new ModulatorSource.Layer(0)));
    PlasticModel model =
        PlasticModel.named("m")
            .source("input", 6)
            .population("a", 5, RandomModel.neuron(new Random(2)))
            .projection("input", "a", p -> p.rule(rule).source("m", "input").set("W_m", fromInput))
            .updateEvery(5)
            .build();
    SpikeRaster input = RandomModel.input(new Random(4), 5, 6, 0.9);
    PlasticRunner runner = PlasticRunner.of(model);
    runner.run(input);
    float rate = input.count(2, 0, 5) / 5f;
    assertThat(runner.value("input-a", "M"))
        .isDeepEqualTo(new float[][] {{rate, rate, rate, rate, rate}});
  }

  @Test
  void signalsThatDoNotFitAreRefused() {
    PlasticRunner runner = PlasticRunner.of(model("ndp-oja", new ModulatorSource.ExternalScalar()));
    SpikeRaster raster = new SpikeRaster(7, 6);
    Input misnamed = new Input(List.of(raster), Map.of("reward", Signal.of(1)));
    assertThatThrownBy(() -> runner.run(misnamed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Signal (reward) is not one that the network reads, [M].");
    Input wide = new Input(List.of(raster), Map.of("M", Signal.perNeuron(new double[5])));
    assertThatThrownBy(() -> runner.run(wide))
        .hasMessage("Signal M (5 values in a window) must have 1, as input-a reads it.");
  }

  @Test
  void valuesOfSynapsesThatAreNotThereAreRefused() {
    PlasticRunner runner = PlasticRunner.of(model("dp-oja", new ModulatorSource.OwnLayer()));
    assertThatThrownBy(() -> runner.value("a-a", "E"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("Projection or drive (a-a) of model m must be one of [input-a].");
  }

  @Test
  void listenersHearThePopulations() {
    PlasticRunner runner = PlasticRunner.of(model("dp-oja", new ModulatorSource.OwnLayer()));
    PotentialRecorder potentials = new PotentialRecorder();
    runner.listen("a", potentials);
    runner.run(new SpikeRaster(7, 6));
    assertThat(potentials.potentials()).isDeepEqualTo(new float[7][5]);
  }

  private static PlasticModel model(String name, ModulatorSource source) {
    PlasticityRule rule = RandomModel.rule(name, RuleOptions.paper().modulatedBy(source));
    return model(
        p -> RandomModel.synapses(p.kernel(new Kernel.Exponential(4)), rule, 6, 5, new Random(1)));
  }

  private static PlasticModel model(Consumer<ProjectionBuilder> synapses) {
    return PlasticModel.named("m")
        .source("input", 6)
        .population("a", 5, RandomModel.neuron(new Random(1)))
        .projection("input", "a", synapses)
        .clock(new Clock(5, new RateEstimator.Boxcar(), 0.3))
        .build();
  }

  private static double magnitude(float[][] array) {
    double sum = 0;
    for (float[] row : array) {
      for (float v : row) {
        sum += Math.abs(v);
      }
    }
    return sum;
  }

  private static void close(float[][] got, double[][] want, double @Nullable [][] factor) {
    assertThat(got.length).isEqualTo(want.length);
    for (int j = 0; j < want.length; j++) {
      for (int i = 0; i < want[j].length; i++) {
        assertThat((double) got[j][i])
            .isCloseTo(want[j][i] * (factor == null ? 1 : factor[j][i]), within(1e-6));
      }
    }
  }
}
