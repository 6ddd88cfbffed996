package plastron.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.cell.AeifCondExp;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafAlpha;
import plastron.core.cell.IafCondExp;
import plastron.core.cell.IafDelta;
import plastron.core.cell.IafExp;
import plastron.core.cell.Izhikevich;
import plastron.core.cell.NeuronModel;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitDrive;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.CurrentDrive;
import plastron.core.network.Values;

class CurrentDriveTest {

  private static final double DT_MS = 0.1;
  private static final Values FIVE = Values.of(5);
  private static final double FOREVER = Double.POSITIVE_INFINITY;

  @Test
  void actsFromStartToStop() {
    double[] v = potentials(new IafDelta(membrane(0)), step(100, 5, 15), 1);
    for (int t = 1; t <= v.length; t++) {
      double ms = t * DT_MS;
      // 10 ms and 100 pF: 10 mV at most.
      double risen = 10 * -Math.expm1(-Math.clamp(ms - 5, 0, 10) / 10);
      double expected = -70 + risen * Math.exp(-Math.max(0, ms - 15) / 10);
      assertThat(v[t - 1]).isCloseTo(expected, within(1e-10));
    }
  }

  @Test
  void reachesTheNeuronsItNames() {
    CurrentDrive drive = step(100, 0, FOREVER);
    assertThat(potentials(new IafDelta(membrane(0)), drive, 0)).containsOnly(-70);
    assertThat(potentials(new IafDelta(membrane(0)), drive, 3)).containsOnly(-70);
    assertThat(potentials(new IafDelta(membrane(0)), drive, 2)).doesNotContain(-70);
  }

  static Stream<DoubleFunction<NeuronModel>> models() {
    return Stream.of(
        i -> new IafDelta(membrane(i)),
        i -> new IafExp(membrane(i), FIVE, FIVE),
        i -> new IafAlpha(membrane(i), FIVE, FIVE),
        i -> new IafCondExp(membrane(i), FIVE, FIVE, Values.of(0), Values.of(-80)),
        i ->
            new AeifCondExp(
                membrane(i),
                Values.of(2),
                Values.of(-55),
                FIVE,
                FIVE,
                Values.of(100),
                FIVE,
                FIVE,
                Values.of(0),
                Values.of(-80)),
        i ->
            new Izhikevich(
                Values.of(0.02),
                Values.of(0.2),
                Values.of(-65),
                Values.of(8),
                Values.of(30),
                Values.of(-100),
                Values.of(i / 20),
                Values.of(-70),
                Values.of(-14)));
  }

  @ParameterizedTest
  @MethodSource("models")
  void isAsTheConstantCurrentOfTheModel(DoubleFunction<NeuronModel> model) {
    double injected = model.apply(0) instanceof Izhikevich ? 20 : 400;
    assertThat(potentials(model.apply(0), step(injected, 0, FOREVER), 1))
        .isEqualTo(potentials(model.apply(400), step(0, 0, FOREVER), 1))
        .isNotEqualTo(potentials(model.apply(0), step(0, 0, FOREVER), 1));
  }

  /** What a step adds to the potential tells the current that acted. */
  @Test
  void noiseIsHeldForItsInterval() {
    CurrentDrive noise = new CurrentDrive("N", 1, 3, 50, 20, 0.5, 1, FOREVER);
    double[] v = potentials(new IafDelta(membrane(0)), noise, 1);
    double[] currents = new double[v.length];
    double before = -70;
    for (int t = 0; t < v.length; t++) {
      currents[t] =
          (v[t] + 70 - (before + 70) * Math.exp(-DT_MS / 10)) / (-Math.expm1(-DT_MS / 10) * 0.1);
      before = v[t];
    }
    for (int t = 0; t < 10; t++) {
      assertThat(currents[t]).isCloseTo(0, within(1e-8));
    }
    for (int t = 10; t + 5 <= v.length; t += 5) {
      for (int k = 1; k < 5; k++) {
        assertThat(currents[t + k]).isCloseTo(currents[t], within(1e-8));
      }
      assertThat(Math.abs(currents[t] - currents[t - 5])).isGreaterThan(1e-6);
    }
    assertThat(potentials(new IafDelta(membrane(0)), noise, 2)).isNotEqualTo(v);
  }

  @Test
  void refusesWhatIsNone() {
    assertThatThrownBy(() -> step(100, 5, 4))
        .hasMessage("Current into N stops at 4.0 ms, expected after its start at 5.0 ms.");
    assertThatThrownBy(() -> new CurrentDrive("N", 1, 3, 50, 20, 0, 1, 2))
        .hasMessage("Interval of a current (0.0 ms) must be above 0.");
    assertThatThrownBy(() -> circuit(new IafDelta(membrane(0)), step(1, 0, 1), 2))
        .hasMessage("Current of N (neurons 1 to 2) must reach some of its 2 neurons.");
  }

  private static CurrentDrive step(double currentPa, double startMs, double stopMs) {
    return CurrentDrive.constant("N", 1, 3, currentPa, startMs, stopMs);
  }

  private static double[] potentials(NeuronModel model, CircuitDrive drive, int neuron) {
    Simulation simulation = new Simulation(circuit(model, drive, 4), DT_MS, 1, 2);
    PotentialProbe probe = simulation.probe("N", neuron);
    simulation.run(300);
    return probe.potentialsMv();
  }

  private static Circuit circuit(NeuronModel model, CircuitDrive drive, int neurons) {
    return new Circuit(
        List.of(new CircuitPopulation("N", neurons, model)), List.of(), List.of(drive));
  }

  private static CellMembrane membrane(double currentPa) {
    return new CellMembrane(
        Values.of(100),
        Values.of(10),
        Values.of(2),
        Values.of(-70),
        Values.of(-70),
        Values.of(-45),
        Values.of(currentPa),
        Values.of(-70));
  }
}
