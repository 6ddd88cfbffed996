package plastron.tasks.circuit;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import plastron.core.cell.PreciseModel;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.event.EventSimulation;
import plastron.core.simulate.Engine;
import plastron.core.simulate.Simulation;
import plastron.core.simulate.SimulationLimits;
import plastron.core.simulate.SimulationMemory;
import plastron.core.source.SpikeGenerator;
import plastron.core.spikes.SpikeClock;

/** The engines that files name. */
public enum CircuitEngine {
  /** Step by step, in threads. */
  GRID("grid"),

  /** From event to event, with the spikes of the grid. */
  EVENTS("events"),

  /** From event to event, with spikes at whatever time. */
  PRECISE("precise");

  private static final String MODELS = "iaf_psc_exp, spike_generator, poisson";

  private final String label;

  CircuitEngine(String label) {
    this.label = label;
  }

  static List<String> labels() {
    return Arrays.stream(values()).map(CircuitEngine::toString).toList();
  }

  static CircuitEngine labelled(String label) {
    return values()[labels().indexOf(label)];
  }

  /** As files write it. */
  @Override
  public String toString() {
    return label;
  }

  /** How many threads it uses of so many. */
  public int threads(int available) {
    return this == GRID ? available : 1;
  }

  /**
   * Draws and builds the network.
   *
   * @param seed decides whatever is drawn
   * @param threads as {@link #threads} says
   */
  Engine build(Circuit circuit, double dtMs, long seed, int threads) {
    return this == GRID
        ? new Simulation(circuit, dtMs, seed, threads)
        : new EventSimulation(circuit, dtMs, seed, clock(dtMs));
  }

  private SpikeClock clock(double dtMs) {
    return this == PRECISE ? new SpikeClock.Exact() : new SpikeClock.OnGrid(dtMs);
  }

  /** Refuses delays that are too long for it. */
  void requireDelays(CircuitTable connections, Circuit circuit, double dtMs, int threads) {
    if (this == GRID) {
      connections.make(
          () -> {
            SimulationLimits.require(circuit, dtMs, threads);
            return circuit;
          });
    }
  }

  /** About how many bytes of memory the network takes. */
  double bytes(Circuit circuit, double dtMs, int threads) {
    return this == GRID
        ? SimulationMemory.bytes(circuit, dtMs, threads)
        : EventSimulation.bytes(circuit);
  }

  /** Refuses a population that it does not run. */
  void require(CircuitTable table, CircuitPopulation population, double dtMs) {
    if (this == GRID) {
      if (population.model() instanceof SpikeGenerator generator) {
        table.make(() -> generator.cells(0, population.size(), dtMs));
      }
    } else if (population.model() instanceof PreciseModel model) {
      table.make(() -> model.preciseCells(population.size(), dtMs, clock(dtMs)));
    } else {
      throw table.wrong("model", "one of %s with engine = \"%s\"".formatted(MODELS, label));
    }
  }

  /** Refuses drives that it does not have. */
  void requireDrives(CircuitTable root, Set<String> kinds) {
    for (String kind : kinds) {
      if (this != GRID && root.has(kind)) {
        throw root.wrong(
            kind,
            leftOut(),
            kind.equals("poisson")
                ? "Maybe a population with model = \"poisson\" does instead."
                : "Maybe I_e_pA of the population does instead.");
      }
    }
  }

  /** Refuses synapses that change. */
  void requireStatic(CircuitTable connections) {
    for (String kind : PlasticityTable.KINDS) {
      if (this != GRID && connections.has(kind)) {
        throw connections.wrong(kind, leftOut());
      }
    }
  }

  private String leftOut() {
    return "left out with engine = \"%s\"".formatted(label);
  }
}
