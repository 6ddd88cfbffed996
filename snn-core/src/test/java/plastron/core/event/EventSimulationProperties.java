package plastron.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafExp;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.network.Values;
import plastron.core.simulate.Engine;
import plastron.core.simulate.GridTime;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SpikeTrains;
import plastron.core.source.PoissonSource;
import plastron.core.source.SpikeGenerator;
import plastron.core.spikes.SpikeClock;
import plastron.core.state.StateReader;
import plastron.core.state.StateWriter;

/** Laws of the engine that goes from event to event, and of the two engines beside each other. */
class EventSimulationProperties {

  private static final double DT_MS = 0.1;
  private static final int STEPS = 1000;
  private static final SpikeClock EXACT = new SpikeClock.Exact();
  private static final SpikeClock ON_GRID = new SpikeClock.OnGrid(DT_MS);

  /**
   * Both move potentials by the same exact solution, in other pieces: only the last digits differ.
   */
  @Property(tries = 40)
  void eventsOnTheGridAreTheGrid(@ForAll long seed) {
    Circuit circuit = circuit(new SplittableRandom(seed), true);
    Simulation grid = new Simulation(circuit, DT_MS, seed, 1);
    grid.run(STEPS);
    EventSimulation events = events(circuit, seed, ON_GRID, STEPS);
    assertThat(spikes(circuit, events)).isEqualTo(spikes(circuit, grid)).isNotEmpty();
    assertThat(events.synapses()).isEqualTo(grid.synapses());
    assertThat(events.deliveries()).isEqualTo(grid.deliveries());
  }

  /**
   * Until a neuron spikes it does the same in both engines if its input is on the grid: the first
   * spike lies in the step at whose end it is sent on the grid.
   */
  @Property(tries = 40)
  void firstSpikesRoundedUpAreThoseOfTheGrid(@ForAll long seed) {
    Circuit circuit = circuit(new SplittableRandom(seed), false);
    Simulation grid = new Simulation(circuit, DT_MS, seed, 1);
    grid.run(STEPS);
    EventSimulation precise = events(circuit, seed, EXACT, STEPS);
    assertThat(first(precise.takeSpikes("A"))).isEqualTo(first(grid.takeSpikes("A"))).isNotEmpty();
    assertThat(first(precise.takeSpikes("in"))).isEqualTo(first(grid.takeSpikes("in")));
  }

  private static List<String> first(SpikeTrains spikes) {
    boolean[] seen = new boolean[200];
    List<String> first = new ArrayList<>();
    for (int k = 0; k < spikes.size(); k++) {
      if (!seen[spikes.neuron(k)]) {
        seen[spikes.neuron(k)] = true;
        first.add(spikes.step(k) + " " + spikes.neuron(k));
      }
    }
    return first.stream().sorted().toList();
  }

  @Property(tries = 20)
  void aRunInPartsAndWithProbesIsTheRun(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = STEPS - 1) int at) {
    Circuit circuit = circuit(new SplittableRandom(seed), true);
    for (SpikeClock clock : List.of(EXACT, ON_GRID)) {
      EventSimulation parts = new EventSimulation(circuit, DT_MS, seed, clock);
      parts.probe("A", 0);
      parts.run(at);
      parts.run(STEPS - at);
      assertThat(spikes(circuit, parts))
          .isEqualTo(spikes(circuit, events(circuit, seed, clock, STEPS)));
    }
  }

  @Property(tries = 20)
  void aRunGoesOnFromItsStateWithTheSameBits(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = STEPS) int at) {
    Circuit circuit = circuit(new SplittableRandom(seed), true);
    for (SpikeClock clock : List.of(EXACT, ON_GRID)) {
      EventSimulation whole = events(circuit, seed, clock, at);
      spikes(circuit, whole);
      ByteArrayOutputStream state = new ByteArrayOutputStream();
      StateWriter writer = new StateWriter(state);
      whole.state(writer);
      writer.end();
      whole.run(STEPS - at);
      EventSimulation again = events(circuit, seed, clock, 7);
      spikes(circuit, again);
      again.state(new StateReader(new ByteArrayInputStream(state.toByteArray())));
      again.run(STEPS - at);
      assertThat(spikes(circuit, again)).isEqualTo(spikes(circuit, whole));
      assertThat(again.deliveries()).isEqualTo(whole.deliveries());
    }
  }

  @Property(tries = 20)
  void potentialsOnTheGridAreThoseOfTheGrid(@ForAll long seed) {
    Circuit circuit = circuit(new SplittableRandom(seed), true);
    Simulation grid = new Simulation(circuit, DT_MS, seed, 1);
    EventSimulation events = new EventSimulation(circuit, DT_MS, seed, ON_GRID);
    var wanted = grid.probe("A", 1);
    var got = events.probe("A", 1);
    grid.run(STEPS);
    events.run(STEPS);
    double[] difference = got.potentialsMv();
    assertThat(difference).hasSize(STEPS);
    Arrays.setAll(difference, k -> Math.abs(got.potentialsMv()[k] - wanted.potentialsMv()[k]));
    assertThat(Arrays.stream(difference).max().orElseThrow()).isLessThan(1e-9);
  }

  private static EventSimulation events(Circuit circuit, long seed, SpikeClock clock, int steps) {
    EventSimulation simulation = new EventSimulation(circuit, DT_MS, seed, clock);
    simulation.run(steps);
    return simulation;
  }

  private static List<String> spikes(Circuit circuit, Engine engine) {
    List<String> all = new ArrayList<>();
    for (CircuitPopulation p : circuit.populations()) {
      SpikeTrains spikes = engine.takeSpikes(p.name());
      for (int k = 0; k < spikes.size(); k++) {
        all.add(
            "%s %d %s %d".formatted(p.name(), spikes.step(k), spikes.timeMs(k), spikes.neuron(k)));
      }
    }
    return all;
  }

  /** Given spikes on the grid and Poisson sources to neurons, which reach each other or do not. */
  private static Circuit circuit(SplittableRandom random, boolean isRecurrent) {
    int n = 5 + random.nextInt(60);
    double[][] times = new double[20][];
    for (int i = 0; i < times.length; i++) {
      times[i] =
          IntStream.range(1, STEPS)
              .filter(t -> random.nextDouble() < 0.02)
              .mapToDouble(t -> GridTime.ms(t, DT_MS))
              .toArray();
    }
    List<CircuitPopulation> populations = new ArrayList<>();
    populations.add(new CircuitPopulation("in", times.length, new SpikeGenerator(times)));
    populations.add(new CircuitPopulation("A", n, model(n, random)));
    List<Connections> connections = new ArrayList<>();
    connections.add(connections("in", "A", new Pattern.InDegree(8), 20, 200, random));
    if (isRecurrent) {
      populations.add(new CircuitPopulation("B", n, model(n, random)));
      populations.add(
          new CircuitPopulation("noise", 9, new PoissonSource(300, random.nextLong(), 20, 80)));
      connections.add(connections("noise", "B", new Pattern.InDegree(2), 50, 300, random));
      connections.add(connections("A", "B", new Pattern.Probability(0.3), -40, 150, random));
      connections.add(connections("B", "A", new Pattern.OneToOne(), -200, 20, random));
      connections.add(connections("B", "B", new Pattern.Total(3L * n), -100, 100, random));
    }
    return new Circuit(populations, connections, List.of());
  }

  private static Connections connections(
      String pre,
      String post,
      Pattern pattern,
      double least,
      double most,
      SplittableRandom random) {
    // Of the input in whole steps, so that what arrives is on the grid.
    Distribution delays =
        pre.equals("in")
            ? Distribution.of((1 + random.nextInt(15)) * DT_MS)
            : new Distribution.Uniform(DT_MS, 2);
    return new Connections(
        pre + post, pre, post, pattern, new Distribution.Uniform(least, most), delays);
  }

  private static IafExp model(int n, SplittableRandom random) {
    return new IafExp(
        new CellMembrane(
            Values.of(200),
            Values.perNeuron(random.doubles(n, 5, 30).toArray()),
            Values.of(random.nextInt(20) * DT_MS),
            Values.of(-70),
            Values.of(-70),
            Values.of(-62),
            Values.perNeuron(random.doubles(n, 0, 100).toArray()),
            Values.perNeuron(random.doubles(n, -75, -63).toArray())),
        Values.of(2),
        Values.of(3));
  }
}
