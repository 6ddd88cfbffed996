package plastron.tasks.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafCondExp;
import plastron.core.cell.IafExp;
import plastron.core.cell.NeuronModel;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitDrive;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.PoissonDrive;
import plastron.core.network.Values;

/**
 * Four thousand neurons that keep each other active: Vogels and Abbott (2005) with conductances,
 * and the benchmarks of Brette et al. (2007) made of it, with conductances and with currents.
 */
final class VogelsAbbott {

  private static final int EXCITATORY = 3200;
  private static final int INHIBITORY = 800;
  private static final double CAPACITANCE_PF = 200;
  private static final double TAU_MS = 20;
  private static final double REFRACTORY_MS = 5;
  private static final double RESET_MV = -60;
  private static final double THRESHOLD_MV = -50;
  private static final double PROBABILITY = 0.02;
  private static final double KICK_HZ = 300;
  private static final int KICKED = 50;
  private static final double TIMED_MS = 100_000;

  private VogelsAbbott() {}

  static BenchmarkNetwork abbott(String name) {
    return new BenchmarkNetwork(
        name,
        seed -> circuit(n -> conductances(200, n, seed), 4, -51, 0.8, List.of()),
        100,
        10_100,
        TIMED_MS);
  }

  static BenchmarkNetwork brette(String name) {
    List<CircuitDrive> kick = List.of(new PoissonDrive("E", 0, KICKED, KICK_HZ, 6, 1, 51));
    return new BenchmarkNetwork(
        name,
        seed -> circuit(n -> conductances(0, n, seed), 6, -67, 0.1, kick),
        200,
        10_200,
        TIMED_MS);
  }

  static BenchmarkNetwork currents(String name) {
    return new BenchmarkNetwork(
        name,
        seed -> circuit(n -> currents(n, seed), 16.2, -90, 0.1, List.of()),
        500,
        5500,
        TIMED_MS);
  }

  private static NeuronModel conductances(double currentPa, int neurons, long seed) {
    return new IafCondExp(
        membrane(RESET_MV, currentPa, neurons, seed),
        Values.of(5),
        Values.of(10),
        Values.of(0),
        Values.of(-80));
  }

  private static NeuronModel currents(int neurons, long seed) {
    return new IafExp(membrane(-49, 0, neurons, seed), Values.of(5), Values.of(10));
  }

  private static CellMembrane membrane(double leakMv, double currentPa, int neurons, long seed) {
    return new CellMembrane(
        Values.of(CAPACITANCE_PF),
        Values.of(TAU_MS),
        Values.of(REFRACTORY_MS),
        Values.of(leakMv),
        Values.of(RESET_MV),
        Values.of(THRESHOLD_MV),
        Values.of(currentPa),
        new Distribution.Uniform(RESET_MV, THRESHOLD_MV).values(neurons, seed + neurons));
  }

  private static Circuit circuit(
      IntFunction<NeuronModel> model,
      double excitatory,
      double inhibitory,
      double delayMs,
      List<CircuitDrive> drives) {
    List<CircuitPopulation> populations =
        List.of(
            new CircuitPopulation("E", EXCITATORY, model.apply(EXCITATORY)),
            new CircuitPopulation("I", INHIBITORY, model.apply(INHIBITORY)));
    List<Connections> connections = new ArrayList<>();
    for (String post : List.of("E", "I")) {
      connections.add(connections("E", post, excitatory, delayMs));
      connections.add(connections("I", post, inhibitory, delayMs));
    }
    return new Circuit(populations, connections, drives);
  }

  private static Connections connections(String pre, String post, double weight, double delayMs) {
    return new Connections(
        pre + " to " + post,
        pre,
        post,
        new Pattern.Probability(PROBABILITY),
        Distribution.of(weight),
        Distribution.of(delayMs));
  }
}
