package plastron.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import plastron.core.cell.AeifCondExp;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafAlpha;
import plastron.core.cell.IafCondExp;
import plastron.core.cell.IafDelta;
import plastron.core.cell.IafExp;
import plastron.core.cell.Izhikevich;
import plastron.core.cell.NeuronModel;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.CurrentDrive;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.PoissonDrive;
import plastron.core.network.Values;
import plastron.core.source.SpikeGenerator;
import plastron.core.state.StateReader;
import plastron.core.state.StateWriter;

/** Laws of simulations on the grid. Long, because it draws circuits with all that they may have. */
class SimulationProperties {

  private static final double DT_MS = 0.1;
  private static final int STEPS = 1500;

  @Property(tries = 25)
  void threadsChangeNothing(@ForAll long seed, @ForAll @IntRange(min = 2, max = 4) int threads) {
    Circuit circuit = circuit(new SplittableRandom(seed));
    Simulation one = run(circuit, seed, 1, STEPS);
    Simulation several = run(circuit, seed, threads, STEPS);
    assertSame(circuit, one, several);
    assertThat(weights(circuit, several)).isEqualTo(weights(circuit, one));
    assertThat(several.synapses()).isEqualTo(one.synapses());
  }

  @Property(tries = 15)
  void aRunInPartsIsTheRun(@ForAll long seed, @ForAll @IntRange(min = 1, max = STEPS - 1) int at) {
    Circuit circuit = circuit(new SplittableRandom(seed));
    Simulation parts = run(circuit, seed, 1, at);
    parts.run(STEPS - at);
    assertSame(circuit, run(circuit, seed, 1, STEPS), parts);
  }

  @Property(tries = 10)
  void whatIsTakenInPartsIsAll(@ForAll long seed) {
    Circuit circuit = circuit(new SplittableRandom(seed));
    Simulation whole = run(circuit, seed, 1, STEPS);
    Simulation parts = new Simulation(circuit, DT_MS, seed, 2);
    List<List<Integer>> taken = List.of(new ArrayList<>(), new ArrayList<>());
    for (int part = 0; part < 10; part++) {
      parts.run(STEPS / 10);
      for (int p = 0; p < 2; p++) {
        taken.get(p).addAll(steps(parts.takeSpikes(circuit.populations().get(p).name())));
      }
    }
    for (int p = 0; p < 2; p++) {
      String name = circuit.populations().get(p).name();
      assertThat(taken.get(p)).isEqualTo(steps(whole.spikes(name)));
      assertThat(parts.spikes(name).size()).isZero();
    }
    assertThat(parts.deliveries()).isEqualTo(whole.deliveries());
    assertThat(parts.steps()).isEqualTo(STEPS);
  }

  @Property(tries = 25)
  void aRunGoesOnFromItsStateWithTheSameBits(
      @ForAll long seed, @ForAll @IntRange(min = 0, max = STEPS) int at) {
    Circuit circuit = circuit(new SplittableRandom(seed));
    int threads = 1 + Math.floorMod((int) seed, 2);
    Simulation whole = new Simulation(circuit, DT_MS, seed, threads);
    whole.run(at);
    circuit.populations().forEach(p -> whole.takeSpikes(p.name()));
    ByteArrayOutputStream state = new ByteArrayOutputStream();
    StateWriter writer = new StateWriter(state);
    whole.state(writer);
    writer.end();
    whole.run(STEPS - at);
    Simulation again = new Simulation(circuit, DT_MS, seed, threads);
    again.run(7); // whatever it did before is forgotten
    circuit.populations().forEach(p -> again.takeSpikes(p.name()));
    again.state(new StateReader(new ByteArrayInputStream(state.toByteArray())));
    again.run(STEPS - at);
    assertSame(circuit, whole, again);
    assertThat(weights(circuit, again)).isEqualTo(weights(circuit, whole));
    assertThat(again.deliveries()).isEqualTo(whole.deliveries());
  }

  private static List<Integer> steps(SpikeTrains spikes) {
    return IntStream.range(0, spikes.size()).mapToObj(spikes::step).toList();
  }

  @Property(tries = 15)
  void theOrderOfNeuronsChangesNothing(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int n = 40;
    int count = 300;
    int[] pre = random.ints(count, 0, n).toArray();
    int[] post = random.ints(count, 0, n).toArray();
    // Weights that add up to the same in any order.
    double[] weights = random.ints(count, -8, 24).mapToDouble(w -> w * 0.25).toArray();
    double[] delays = random.ints(count, 3, 30).mapToDouble(d -> d * DT_MS).toArray();
    double[] currents = random.doubles(n, 0, 1.5).toArray();
    int[] place = IntStream.range(0, n).toArray();
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int swapped = place[i];
      place[i] = place[other];
      place[other] = swapped;
    }
    double[] moved = new double[n];
    for (int i = 0; i < n; i++) {
      moved[place[i]] = currents[i];
    }
    Circuit straight = listed(currents, pre, post, weights, delays);
    Circuit permuted =
        listed(
            moved,
            Arrays.stream(pre).map(i -> place[i]).toArray(),
            Arrays.stream(post).map(i -> place[i]).toArray(),
            weights,
            delays);
    SpikeTrains a = run(straight, 1, 1, STEPS).spikes("N");
    SpikeTrains b = run(permuted, 1, 1, STEPS).spikes("N");
    List<String> placed = new ArrayList<>();
    for (int k = 0; k < a.size(); k++) {
      placed.add(a.step(k) + " " + place[a.neuron(k)]);
    }
    List<String> got = new ArrayList<>();
    for (int k = 0; k < b.size(); k++) {
      got.add(b.step(k) + " " + b.neuron(k));
    }
    assertThat(got).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(placed);
  }

  @Property(tries = 15)
  void withoutWeightsOnlyTheInputSpikes(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] times = new double[30][];
    for (int i = 0; i < times.length; i++) {
      times[i] =
          IntStream.range(1, STEPS)
              .filter(t -> random.nextDouble() < 0.02)
              .mapToDouble(t -> t * DT_MS)
              .toArray();
    }
    Circuit circuit =
        new Circuit(
            List.of(
                new CircuitPopulation("in", 30, new SpikeGenerator(times)),
                new CircuitPopulation("N", 50, new IafDelta(membrane(Values.of(0))))),
            List.of(
                connections("a", "in", "N", new Pattern.Probability(0.5), Distribution.of(0)),
                connections("b", "N", "N", new Pattern.InDegree(5), Distribution.of(0))),
            List.of());
    Simulation simulation = run(circuit, seed, 1, STEPS);
    assertThat(simulation.spikes("N").size()).isZero();
    SpikeTrains in = simulation.spikes("in");
    assertThat(in.size()).isEqualTo(Arrays.stream(times).mapToInt(t -> t.length).sum());
    for (int k = 0; k < in.size(); k++) {
      double time = in.step(k) * DT_MS;
      assertThat(Arrays.stream(times[in.neuron(k)])).anyMatch(t -> Math.abs(t - time) < 1e-9);
    }
  }

  private static Circuit listed(
      double[] currents, int[] pre, int[] post, double[] weights, double[] delays) {
    return new Circuit(
        List.of(
            new CircuitPopulation(
                "N", currents.length, new IafDelta(membrane(Values.perNeuron(currents))))),
        List.of(
            new Connections(
                "c",
                "N",
                "N",
                new Pattern.Listed(pre, post),
                new Distribution.Each(weights),
                new Distribution.Each(delays))),
        List.of());
  }

  private static Connections connections(
      String name, String pre, String post, Pattern pattern, Distribution weights) {
    return new Connections(name, pre, post, pattern, weights, Distribution.of(1.5));
  }

  /** At rest 10 mV below the threshold. */
  private static CellMembrane membrane(Values currentPa) {
    return new CellMembrane(
        Values.of(1),
        Values.of(10),
        Values.of(1),
        Values.of(0),
        Values.of(0),
        Values.of(10),
        currentPa,
        Values.of(0));
  }

  /** Two populations, all patterns, distributions layouts and kinds of plasticity, and noise. */
  private static Circuit circuit(SplittableRandom random) {
    int n = 20 + random.nextInt(120);
    int m = 20 + random.nextInt(120);
    List<Connections> all = new ArrayList<>();
    String[] names = {"A", "B"};
    int[] sizes = {n, m};
    for (int c = 0; c < 5; c++) {
      int from = random.nextInt(2);
      int to = random.nextInt(2);
      Pattern pattern =
          switch (random.nextInt(4)) {
            case 0 -> new Pattern.Probability(random.nextDouble());
            case 1 -> new Pattern.InDegree(random.nextInt(20));
            case 2 -> new Pattern.Total(random.nextInt(1000));
            default -> sizes[from] == sizes[to] ? new Pattern.OneToOne() : new Pattern.AllToAll();
          };
      double scale = 20 / (1 + pattern.expected(sizes[from], sizes[to]) / sizes[to]);
      boolean learns = random.nextInt(3) == 0;
      double sign = learns || random.nextBoolean() ? 1 : -1;
      Distribution weights =
          switch (random.nextInt(3)) {
            case 0 -> Distribution.of(sign * scale);
            case 1 -> new Distribution.Uniform(learns ? 0 : -scale, scale);
            default ->
                new Distribution.Normal(
                    sign * scale, scale, sign > 0 ? 0 : -3 * scale, sign > 0 ? 3 * scale : -1e-3);
          };
      Distribution delays =
          random.nextBoolean()
              ? Distribution.of(DT_MS * (1 + random.nextInt(20)))
              : new Distribution.Uniform(0.1, 2);
      Optional<Plasticity> plasticity = Optional.empty();
      if (learns) {
        plasticity = Optional.of(RandomPlasticity.learning(random, 4 * scale));
      } else if (random.nextInt(3) == 0) {
        plasticity = Optional.of(RandomPlasticity.shortTerm(random));
      }
      all.add(
          new Connections("c" + c, names[from], names[to], pattern, weights, delays, plasticity));
    }
    CircuitPopulation a = new CircuitPopulation("A", n, model(random));
    CircuitPopulation b = new CircuitPopulation("B", m, model(random));
    return new Circuit(
        List.of(a, b),
        all,
        List.of(
            PoissonDrive.of(a, 2000, 15),
            new PoissonDrive("B", 3, 15, 4000, 15, 10, 90),
            CurrentDrive.constant("A", 5, n, 3, 20, 60),
            new CurrentDrive("A", 0, 17, 0.5, 4, 1.3, 0, 110),
            new CurrentDrive("B", 0, m, 0, 2, 0.1, 30, Double.POSITIVE_INFINITY)));
  }

  private static NeuronModel model(SplittableRandom random) {
    CellMembrane membrane = membrane(Values.of(0.2));
    Values fast = Values.of(0.5);
    Values slow = Values.of(3);
    return switch (random.nextInt(6)) {
      case 0 -> new IafDelta(membrane);
      case 1 -> new IafExp(membrane, fast, slow);
      case 2 -> new IafAlpha(membrane, fast, slow);
      case 3 ->
          new Izhikevich(
              Values.of(0.02),
              Values.of(0.2),
              Values.of(-65),
              Values.of(8),
              Values.of(30),
              Values.of(-90),
              Values.of(2),
              Values.of(-70),
              Values.of(-14));
      case 4 ->
          new AeifCondExp(
              membrane,
              Values.of(1),
              Values.of(5),
              Values.of(0.1),
              Values.of(0.5),
              Values.of(50),
              fast,
              slow,
              Values.of(70),
              Values.of(-20));
      default -> new IafCondExp(membrane, fast, slow, Values.of(70), Values.of(-20));
    };
  }

  private static Simulation run(Circuit circuit, long seed, int threads, int steps) {
    Simulation simulation = new Simulation(circuit, DT_MS, seed, threads);
    simulation.run(steps);
    return simulation;
  }

  private static void assertSame(Circuit circuit, Simulation a, Simulation b) {
    for (CircuitPopulation p : circuit.populations()) {
      SpikeTrains one = a.spikes(p.name());
      SpikeTrains other = b.spikes(p.name());
      assertThat(other.size()).isEqualTo(one.size());
      for (int k = 0; k < one.size(); k++) {
        assertThat(other.step(k)).isEqualTo(one.step(k));
        assertThat(other.neuron(k)).isEqualTo(one.neuron(k));
      }
    }
  }

  private static List<String> weights(Circuit circuit, Simulation simulation) {
    List<String> weights = new ArrayList<>();
    for (Connections c : circuit.connections()) {
      simulation.weights(
          c.name(),
          (pre, post, delay, weight) ->
              weights.add("%s %d %d %d %s".formatted(c.name(), pre, post, delay, weight)));
    }
    weights.sort(null);
    return weights;
  }
}
