package plastron.core.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Latency;
import plastron.core.network.Neuron;
import plastron.core.network.Projection;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.run.Signal;

/** What {@link Require} says, and where it is asked. */
@SuppressWarnings("NullAway") // what is tried here is what callers ought not to do
class ChecksTest {

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  private static Projection projection(float[]... weights) {
    return new Projection(
        "p",
        "a",
        "b",
        new Kernel.Delta(),
        Delivery.TRACE,
        new Latency.Uniform(0),
        DelayPlace.AXON,
        weights);
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void weightsAreFinite(float weight) {
    refused(
        () -> projection(new float[] {1, weight}),
        "Weight of projection p (%s) must be a finite number.".formatted((double) weight));
  }

  @Test
  void rowsOfWeightsAreThere() {
    refused(
        () -> projection(new float[] {1}, null),
        "Weights of projection p: number 1 (null) must be given.");
  }

  @Test
  void neuronsHaveNumbers() {
    refused(
        () -> new Neuron.Lif(1, 0.5, Double.NaN, Neuron.Reset.HARD, 0),
        "Bias (NaN) must be a finite number.");
    refused(
        () -> new Neuron.Lif(Values.of(1), Values.of(0.5), Values.of(0), null, 0),
        "Reset (null) must be given.");
    refused(
        () -> new Neuron.Srm(1, new Kernel.Delta(), Double.POSITIVE_INFINITY),
        "Refractory strength (Infinity) must be a finite number of at least 0.");
    Neuron.Lif lif = new Neuron.Lif(1, 0.5, 0, Neuron.Reset.HARD, 0);
    refused(
        () -> new Neuron.AdaptiveLif(lif, -0.5, 0.9),
        "Adaptation (-0.5) must be a finite number of at least 0.");
    refused(
        () -> new Neuron.AdaptiveLif(lif, Values.of(1), Values.perNeuron(0.5, 1.5)),
        "Adaptation decay (1.5) must be in [0, 1].");
    refused(() -> new Neuron.AdaptiveLif(null, 1, 0.9), "Neuron that adapts (null) must be given.");
  }

  @Test
  void inputsAreThere() {
    refused(() -> Input.of(null, null), "Input rasters: number 0 (null) must be given.");
    refused(() -> Signal.of((double[]) null), "Signal (null) must be given.");
    refused(
        () -> Signal.perNeuron(new double[] {1}, null),
        "Windows of a signal: number 1 (null) must be given.");
  }

  @Test
  void copiesAreTheSameInTheSameOrder() {
    assertThat(Require.all("Numbers", Arrays.asList(3, 1, 2))).containsExactly(3, 1, 2);
    assertThat(Require.all("Numbers", Map.of("b", 1))).containsExactly(Map.entry("b", 1));
    refused(() -> Require.oneOf("Number", 4, List.of(1, 2)), "Number (4) must be one of [1, 2].");
    refused(() -> Require.name("Name", " "), "Name ( ) must have a character that is no blank.");
    refused(() -> Require.positive("Width", 0), "Width (0.0) must be a finite number above 0.");
  }
}
