package plastron.tasks.circuit;

import java.util.List;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafAlpha;
import plastron.core.cell.IafCondExp;
import plastron.core.cell.IafDelta;
import plastron.core.cell.IafExp;
import plastron.core.cell.NeuronModel;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.network.Values;
import plastron.core.random.Seeds;
import plastron.core.source.SpikeGenerator;
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
    if (kind == CellKind.SPIKE_GENERATOR) {
      double[][] times = times();
      return table.make(() -> population(times.length, generator(times)));
    }
    int size = (int) table.whole("size", 1, MOST_NEURONS);
    HeapCheck.require(
        "Population %s in %s (%d neurons)".formatted(table.name(), table.place(), size),
        NEURON * size);
    return table.make(() -> population(size, model(kind, size)));
  }

  private CircuitPopulation population(int size, NeuronModel model) {
    return new CircuitPopulation(table.name(), size, model);
  }

  private NeuronModel model(CellKind kind, int size) {
    CellMembrane membrane = membrane(size);
    if (kind == CellKind.IAF_PSC_DELTA) {
      return new IafDelta(membrane);
    }
    Values excitatory = values("tau_syn_ex_ms", NumberRange.POSITIVE, size);
    Values inhibitory = values("tau_syn_in_ms", NumberRange.POSITIVE, size);
    return switch (kind) {
      case IAF_PSC_ALPHA -> new IafAlpha(membrane, excitatory, inhibitory);
      case IAF_COND_EXP ->
          new IafCondExp(
              membrane,
              excitatory,
              inhibitory,
              values("E_ex_mV", NumberRange.FINITE, size),
              values("E_in_mV", NumberRange.FINITE, size));
      default -> new IafExp(membrane, excitatory, inhibitory);
    };
  }

  private CellMembrane membrane(int size) {
    Values leak = values("E_L_mV", NumberRange.FINITE, size);
    Values reset = values("V_reset_mV", NumberRange.FINITE, size);
    Values threshold = values("V_th_mV", NumberRange.FINITE, size);
    for (int i = 0; i < size; i++) {
      if (!(reset.at(i) < threshold.at(i))) {
        throw table.wrong("V_reset_mV", "below V_th_mV (%s)".formatted(threshold.at(i)));
      }
    }
    return new CellMembrane(
        values("C_m_pF", NumberRange.POSITIVE, size),
        values("tau_m_ms", NumberRange.POSITIVE, size),
        values("t_ref_ms", NumberRange.NOT_NEGATIVE, size),
        leak,
        reset,
        threshold,
        table.has("I_e_pA") ? values("I_e_pA", NumberRange.FINITE, size) : Values.of(0),
        table.has("V_start_mV") ? values("V_start_mV", NumberRange.FINITE, size) : leak);
  }

  private Values values(String key, NumberRange range, int size) {
    return DrawnNumbers.values(table, key, range, size, Seeds.then(seed, key.hashCode()));
  }

  private NeuronModel generator(double[][] times) {
    SpikeGenerator generator = new SpikeGenerator(times);
    // Whether no two spikes of a neuron fall into the same step is found out where steps are made.
    generator.cells(0, times.length, dtMs);
    return generator;
  }

  private double[][] times() {
    String expected =
        "a list with the spike times of each neuron, such as [[1.0, 5.0], [2.5]], or the name of a"
            + " file";
    Object value = table.value("times_ms", expected);
    if (value instanceof String name) {
      int size = (int) table.whole("size", 1, MOST_NEURONS);
      return SpikeTimes.read(table.file(name), size);
    }
    if (!(value instanceof List<?> rows) || rows.isEmpty()) {
      throw table.wrong("times_ms", expected);
    }
    double[][] times = new double[rows.size()][];
    for (int i = 0; i < times.length; i++) {
      if (!(rows.get(i) instanceof List<?> row)
          || !row.stream().allMatch(Number.class::isInstance)) {
        throw table.wrong("times_ms", expected);
      }
      times[i] = row.stream().mapToDouble(t -> ((Number) t).doubleValue()).toArray();
    }
    table.whole("size", times.length, times.length, times.length);
    return times;
  }
}
