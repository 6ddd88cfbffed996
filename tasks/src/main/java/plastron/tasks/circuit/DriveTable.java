package plastron.tasks.circuit;

import java.util.List;
import plastron.core.circuit.CircuitDrive;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.CurrentDrive;
import plastron.core.circuit.PoissonDrive;

/** Reads the table of a drive: whom it reaches, what it is and when. */
final class DriveTable {

  /** Spikes of a train in a step at most. */
  private static final double MOST = 500;

  private final CircuitTable table;
  private final double dtMs;
  private final List<CircuitPopulation> receivers;

  DriveTable(CircuitTable table, double dtMs, List<CircuitPopulation> populations) {
    this.table = table;
    this.dtMs = dtMs;
    receivers = ReceivedUnit.receivers(table, populations);
  }

  /** A Poisson drive of each receiver. */
  List<CircuitDrive> poisson() {
    ReceivedUnit unit = ReceivedUnit.of(table, receivers);
    double mostHz = MOST * 1000 / dtMs;
    NumberRange rates =
        new NumberRange(
            r -> r >= 0 && r <= mostHz, "a number from 0 to %s, 500 a step".formatted(mostHz));
    double rate = table.number("rate_Hz", rates);
    double weight = table.number(unit.key("weight"), NumberRange.FINITE);
    return drives(
        (name, first, end, start, stop) ->
            new PoissonDrive(name, first, end, rate, weight, start, stop));
  }

  /** A constant current into each receiver. */
  List<CircuitDrive> current() {
    double amplitude = table.number("amplitude_pA", NumberRange.FINITE);
    return drives(
        (name, first, end, start, stop) ->
            CurrentDrive.constant(name, first, end, amplitude, start, stop));
  }

  /** A noise current into each receiver. */
  List<CircuitDrive> noise() {
    double mean = table.number("mean_pA", NumberRange.FINITE, 0);
    double deviation = table.number("std_pA", NumberRange.NOT_NEGATIVE);
    double interval = table.number("dt_ms", NumberRange.multipleOf(dtMs));
    return drives(
        (name, first, end, start, stop) ->
            new CurrentDrive(name, first, end, mean, deviation, interval, start, stop));
  }

  /** Makes a drive of one population. */
  private interface Maker {
    CircuitDrive make(String population, int first, int end, double startMs, double stopMs);
  }

  private List<CircuitDrive> drives(Maker maker) {
    double start = table.number("start_ms", NumberRange.NOT_NEGATIVE, 0);
    double stop =
        table.number("stop_ms", NumberRange.from(start, "ms, its start"), Double.POSITIVE_INFINITY);
    List<CircuitDrive> drives = receivers.stream().map(p -> drive(p, start, stop, maker)).toList();
    table.finish();
    return drives;
  }

  private CircuitDrive drive(CircuitPopulation p, double start, double stop, Maker maker) {
    int first = (int) table.whole("first_neuron", 0, p.size() - 1, 0);
    int last = (int) table.whole("last_neuron", first, p.size() - 1, p.size() - 1);
    return table.make(() -> maker.make(p.name(), first, last + 1, start, stop));
  }
}
