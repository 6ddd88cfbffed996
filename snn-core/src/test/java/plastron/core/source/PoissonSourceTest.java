package plastron.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafDelta;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.PoissonDrive;
import plastron.core.event.EventSimulation;
import plastron.core.network.Values;
import plastron.core.simulate.Engine;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SpikeTrains;
import plastron.core.spikes.SpikeClock;

class PoissonSourceTest {

  private static final int NEURONS = 1500;

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 1, 5})
  void spikesAtItsRateWhateverTheStep(double dtMs) {
    Simulation simulation = new Simulation(source(150), dtMs, 1, 2);
    simulation.run(Math.round(2000 / dtMs));
    // A deviation of binomial counts is below that of Poisson's.
    double expected = 150 * 2 * NEURONS;
    assertThat((double) simulation.spikes("in").size())
        .isCloseTo(expected, within(5 * Math.sqrt(expected)));
  }

  @Test
  void hasIntervalsAsVariableAsTheyAreLong() {
    Simulation simulation = new Simulation(source(100), 0.1, 1, 1);
    simulation.run(20_000);
    SpikeTrains spikes = simulation.spikes("in");
    long[] last = new long[NEURONS];
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int k = 0; k < spikes.size(); k++) {
      int neuron = spikes.neuron(k);
      if (last[neuron] > 0) {
        double interval = spikes.step(k) - last[neuron];
        sum += interval;
        squares += interval * interval;
        count++;
      }
      last[neuron] = spikes.step(k);
    }
    double mean = sum / count;
    assertThat(Math.sqrt(squares / count - mean * mean) / mean).isCloseTo(1, within(0.03));
  }

  @Test
  void spikesFromStartToStopAtItsRateInBothEngines() {
    Circuit circuit =
        new Circuit(
            List.of(new CircuitPopulation("in", NEURONS, new PoissonSource(100, 7, 200, 1200))),
            List.of(),
            List.of());
    for (Engine engine :
        List.of(
            new Simulation(circuit, 0.1, 1, 1),
            new Simulation(circuit, 0.1, 1, 3),
            new EventSimulation(circuit, 0.1, 1, new SpikeClock.Exact()))) {
      engine.run(15_000);
      SpikeTrains spikes = engine.takeSpikes("in");
      assertThat((double) spikes.size())
          .isCloseTo(100. * NEURONS, within(5 * Math.sqrt(100. * NEURONS)));
      assertThat(spikes.timeMs(0)).isBetween(200 + 1e-9, 201.);
      assertThat(spikes.timeMs(spikes.size() - 1)).isBetween(1199., 1200.);
    }
  }

  @Test
  void aWindowCutsATrainOnTheGrid() {
    SpikeTrains all = grid(new PoissonSource(100, 7), 1);
    SpikeTrains cut = grid(new PoissonSource(100, 7, 50, 150), 2);
    List<Integer> inside =
        IntStream.range(0, all.size())
            .filter(k -> all.step(k) > 500 && all.step(k) <= 1500)
            .boxed()
            .toList();
    assertThat(cut.size()).isEqualTo(inside.size()).isPositive();
    for (int k = 0; k < cut.size(); k++) {
      assertThat(cut.step(k)).isEqualTo(all.step(inside.get(k)));
      assertThat(cut.neuron(k)).isEqualTo(all.neuron(inside.get(k)));
    }
  }

  private static SpikeTrains grid(PoissonSource source, int threads) {
    Simulation simulation =
        new Simulation(
            new Circuit(
                List.of(new CircuitPopulation("in", NEURONS, source)), List.of(), List.of()),
            0.1,
            1,
            threads);
    simulation.run(2000);
    return simulation.spikes("in");
  }

  @Test
  void refusesToStopBeforeItStarts() {
    assertThatThrownBy(() -> new PoissonSource(1, 1, 5, 4))
        .hasMessage("Poisson source stops at 4.0 ms, expected after its start at 5.0 ms.");
  }

  @Test
  void sendsOneTrainToAll() {
    Values zero = Values.of(0);
    Values one = Values.of(1);
    CircuitPopulation relays =
        new CircuitPopulation(
            "relays",
            10,
            new IafDelta(new CellMembrane(one, one, zero, zero, zero, Values.of(0.5), zero, zero)));
    Circuit circuit =
        new Circuit(
            List.of(new CircuitPopulation("in", 1, new PoissonSource(200, 3)), relays),
            List.of(
                new Connections(
                    "c",
                    "in",
                    "relays",
                    new Pattern.AllToAll(),
                    Distribution.of(1),
                    Distribution.of(1.5))),
            List.of());
    Simulation simulation = new Simulation(circuit, 0.1, 1, 1);
    simulation.run(10_000);
    SpikeTrains sent = simulation.spikes("in");
    SpikeTrains relayed = simulation.spikes("relays");
    assertThat(sent.size()).isBetween(120, 280);
    for (int k = 0; k < relayed.size(); k++) {
      assertThat(relayed.step(k)).isEqualTo(sent.step(k / 10) + 15);
    }
    assertThat(relayed.size()).isGreaterThanOrEqualTo(10 * (sent.size() - 10));
  }

  @Test
  void receivesNothing() {
    Circuit circuit = source(1);
    assertThatThrownBy(
            () ->
                new Circuit(
                    circuit.populations(),
                    List.of(),
                    List.of(PoissonDrive.of(circuit.populations().getFirst(), 1, 1))))
        .hasMessage("Poisson drive cannot reach population in (poisson), which receives nothing.");
    assertThatThrownBy(
            () ->
                new Circuit(
                    circuit.populations(),
                    List.of(
                        new Connections(
                            "c",
                            "in",
                            "in",
                            new Pattern.OneToOne(),
                            Distribution.of(1),
                            Distribution.of(1))),
                    List.of()))
        .hasMessage("Connections c cannot reach population in (poisson), which receives nothing.");
  }

  @Test
  void spikesOnceAStepAtMost() {
    assertThatThrownBy(() -> new Simulation(source(1000), 1, 1, 1))
        .hasMessage("Poisson source (1000.0 Hz) must have less than a spike in a step of 1.0 ms.");
  }

  private static Circuit source(double rateHz) {
    return new Circuit(
        List.of(new CircuitPopulation("in", NEURONS, new PoissonSource(rateHz, 7))),
        List.of(),
        List.of());
  }
}
