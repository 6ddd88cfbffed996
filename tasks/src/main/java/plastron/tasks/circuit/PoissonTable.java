package plastron.tasks.circuit;

import java.util.List;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.PoissonDrive;

/** Reads the table of a Poisson drive: whom it reaches, how often, how strongly and when. */
final class PoissonTable {

  /** Spikes of a train in a step at most. */
  private static final double MOST = 500;

  private final CircuitTable table;
  private final double dtMs;
  private final List<CircuitPopulation> receivers;
  private final ReceivedUnit unit;

  PoissonTable(CircuitTable table, double dtMs, List<CircuitPopulation> populations) {
    this.table = table;
    this.dtMs = dtMs;
    receivers = ReceivedUnit.populations(table, "to", populations);
    unit = ReceivedUnit.of(table, receivers);
  }

  /** A drive of each receiver. */
  List<PoissonDrive> read() {
    double mostHz = MOST * 1000 / dtMs;
    NumberRange rates =
        new NumberRange(
            r -> r >= 0 && r <= mostHz, "a number from 0 to %s, 500 a step".formatted(mostHz));
    double rate = table.number("rate_Hz", rates);
    double weight = table.number(unit.key("weight"), NumberRange.FINITE);
    double start = table.number("start_ms", NumberRange.NOT_NEGATIVE, 0);
    double stop =
        table.number("stop_ms", NumberRange.from(start, "ms, its start"), Double.POSITIVE_INFINITY);
    List<PoissonDrive> drives =
        receivers.stream().map(p -> drive(p, rate, weight, start, stop)).toList();
    table.finish();
    return drives;
  }

  private PoissonDrive drive(
      CircuitPopulation p, double rate, double weight, double start, double stop) {
    int first = (int) table.whole("first_neuron", 0, p.size() - 1, 0);
    int last = (int) table.whole("last_neuron", first, p.size() - 1, p.size() - 1);
    return table.make(() -> new PoissonDrive(p.name(), first, last + 1, rate, weight, start, stop));
  }
}
