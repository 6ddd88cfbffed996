package plastron.tasks.circuit;

import plastron.core.circuit.CircuitPopulation;
import plastron.tasks.memory.HeapCheck;

/** Reads the table of a population: its model, its size, and the numbers of the model. */
final class PopulationTable {

  private static final int MOST_NEURONS = 1_000_000_000;

  /** Bytes of a neuron and of its numbers, each of which may be drawn. */
  private static final double NEURON = 300;

  private final CircuitTable table;
  private final double dtMs;
  private final long seed;

  /**
   * @param seed of this population
   */
  PopulationTable(CircuitTable table, double dtMs, long seed) {
    this.table = table;
    this.dtMs = dtMs;
    this.seed = seed;
  }

  CircuitPopulation read() {
    CellKind kind = CellKind.labelled(table.choice("model", CellKind.labels()));
    int size = size(kind);
    HeapCheck.require(
        "Population %s in %s (%d neurons)".formatted(table.name(), table.place(), size),
        NEURON * size);
    ModelNumbers numbers = new ModelNumbers(table, size, dtMs, seed);
    return table.make(() -> new CircuitPopulation(table.name(), size, kind.model(numbers)));
  }

  private int size(CellKind kind) {
    int listed = kind == CellKind.SPIKE_GENERATOR ? ModelNumbers.timesIn(table) : 0;
    return (int)
        (listed > 0
            ? table.whole("size", listed, listed, listed)
            : table.whole("size", 1, MOST_NEURONS));
  }
}
