package plastron.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafDelta;
import plastron.core.cell.IafExp;
import plastron.core.cell.NeuronModel;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.PoissonDrive;
import plastron.core.network.Values;
import plastron.core.simulate.SpikeTrains;
import plastron.core.source.SpikeGenerator;
import plastron.core.spikes.SpikeClock;

class EventSimulationTest {

  private static final double DT_MS = 0.1;
  private static final SpikeClock EXACT = new SpikeClock.Exact();

  /** Whether a step is longer than the refractory time or not. */
  @ParameterizedTest
  @CsvSource({"0, 300", "0.03, 5000", "0.4, 300", "2, 1000"})
  void aConstantCurrentGivesTheIntervalsOfItsFormula(double refractoryMs, double currentPa) {
    EventSimulation simulation =
        simulation(new IafExp(membrane(refractoryMs, currentPa), Values.of(2), Values.of(2)));
    simulation.run(2000);
    SpikeTrains spikes = simulation.takeSpikes("N");
    // 20 ms and 200 pF: 0.1 mV/pA; from the rest to the threshold, 15 mV above.
    double rise = -20 * Math.log1p(-15 / (0.1 * currentPa));
    assertThat(spikes.size()).isGreaterThan(4);
    for (int k = 0; k < spikes.size(); k++) {
      assertThat(spikes.timeMs(k)).isCloseTo(rise + k * (rise + refractoryMs), within(1e-9));
      assertThat(spikes.step(k)).isEqualTo((int) Math.ceil(spikes.timeMs(k) / DT_MS));
    }
  }

  @Test
  void aDelayIsNoNumberOfSteps() {
    Circuit circuit =
        new Circuit(
            List.of(
                new CircuitPopulation("in", 1, new SpikeGenerator(new double[][] {{1.013}})),
                new CircuitPopulation(
                    "N", 1, new IafExp(membrane(2, 0), Values.of(2), Values.of(2)))),
            List.of(
                new Connections(
                    "c",
                    "in",
                    "N",
                    new Pattern.OneToOne(),
                    Distribution.of(10_000),
                    Distribution.of(0.154))),
            List.of());
    EventSimulation simulation = new EventSimulation(circuit, DT_MS, 1, EXACT);
    simulation.run(30);
    // 10 nA on 200 pF and 20 ms, decaying in 2 ms: the time until 15 mV, by the closed solution.
    double x = 0;
    for (int k = 0; k < 100; k++) {
      double mv = 10_000 / 200. / (1 / 2. - 1 / 20.) * (Math.exp(-x / 20) - Math.exp(-x / 2));
      double slope =
          10_000 / 200. / (1 / 2. - 1 / 20.) * (Math.exp(-x / 2) / 2 - Math.exp(-x / 20) / 20);
      x += (15 - mv) / slope;
    }
    assertThat(simulation.takeSpikes("N").timeMs(0)).isCloseTo(1.013 + 0.154 + x, within(1e-9));
    assertThat(simulation.deliveries()).isEqualTo(1);
  }

  @Test
  void refusesWhatGoesStepByStep() {
    IafExp model = new IafExp(membrane(2, 0), Values.of(2), Values.of(2));
    assertThatThrownBy(() -> simulation(new IafDelta(membrane(2, 0))))
        .hasMessage(
            "Population N (iaf_psc_delta) has neurons that do not run from event to event.");
    CircuitPopulation population = new CircuitPopulation("N", 1, model);
    assertThatThrownBy(
            () ->
                new EventSimulation(
                    new Circuit(
                        List.of(population),
                        List.of(),
                        List.of(PoissonDrive.of(population, 100, 1))),
                    DT_MS,
                    1,
                    EXACT))
        .hasMessage("Poisson drive of N is on a grid of steps, which events are not.");
    Connections fast =
        new Connections(
            "c", "N", "N", new Pattern.OneToOne(), Distribution.of(1), Distribution.of(0.09));
    assertThatThrownBy(
            () ->
                new EventSimulation(
                    new Circuit(List.of(population), List.of(fast), List.of()), DT_MS, 1, EXACT))
        .hasMessage("Delay of connections c (0.09 ms) must be at least a step of 0.1 ms.");
    assertThatThrownBy(() -> simulation(model).probe("N", 1))
        .hasMessage("Population N has no neuron (1).");
  }

  private static EventSimulation simulation(NeuronModel model) {
    return new EventSimulation(
        new Circuit(List.of(new CircuitPopulation("N", 1, model)), List.of(), List.of()),
        DT_MS,
        1,
        EXACT);
  }

  /** At rest 15 mV below the threshold. */
  private static CellMembrane membrane(double refractoryMs, double currentPa) {
    return new CellMembrane(
        Values.of(200),
        Values.of(20),
        Values.of(refractoryMs),
        Values.of(-70),
        Values.of(-70),
        Values.of(-55),
        Values.of(currentPa),
        Values.of(-70));
  }
}
