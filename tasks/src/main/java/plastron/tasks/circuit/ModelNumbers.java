package plastron.tasks.circuit;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import plastron.core.cell.AeifCondExp;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafAlpha;
import plastron.core.cell.IafCondExp;
import plastron.core.cell.IafDelta;
import plastron.core.cell.IafExp;
import plastron.core.cell.Izhikevich;
import plastron.core.cell.NeuronModel;
import plastron.core.network.Values;
import plastron.core.random.Seeds;
import plastron.core.source.PoissonSource;
import plastron.core.source.SpikeGenerator;
import plastron.tasks.circuit.columns.SpikeTimes;

/** Reads the numbers of each neuron model from the table of a population. */
final class ModelNumbers {

  private static final String MEMBRANE_TIME = "tau_m_ms";
  private static final String CAPACITANCE = "C_m_pF";
  private static final String THRESHOLD = "V_th_mV";
  private static final String RESET = "V_reset_mV";
  private static final String PEAK = "V_peak_mV";
  private static final String TIMES = "times_ms";

  private final CircuitTable table;
  private final int size;
  private final double dtMs;
  private final long seed;

  /**
   * @param size number of neurons
   * @param seed of this population
   */
  ModelNumbers(CircuitTable table, int size, double dtMs, long seed) {
    this.table = table;
    this.size = size;
    this.dtMs = dtMs;
    this.seed = seed;
  }

  NeuronModel iafDelta() {
    return new IafDelta(membrane());
  }

  NeuronModel iafExp() {
    return new IafExp(membrane(), excitatoryTime(), inhibitoryTime());
  }

  NeuronModel iafAlpha() {
    return new IafAlpha(membrane(), excitatoryTime(), inhibitoryTime());
  }

  NeuronModel iafCondExp() {
    return new IafCondExp(
        membrane(),
        excitatoryTime(),
        inhibitoryTime(),
        values("E_ex_mV", NumberRange.FINITE),
        values("E_in_mV", NumberRange.FINITE));
  }

  NeuronModel aeifCondExp() {
    Values capacitance = values(CAPACITANCE, NumberRange.POSITIVE);
    Values leak = values("g_L_nS", NumberRange.POSITIVE);
    Values onset = values(THRESHOLD, NumberRange.FINITE);
    CellMembrane membrane = membrane(each(i -> capacitance.at(i) / leak.at(i)), PEAK);
    for (int i = 0; i < size; i++) {
      if (!(onset.at(i) <= membrane.thresholdMv().at(i))) {
        throw table.wrong(
            THRESHOLD, "at most %s (%s)".formatted(PEAK, membrane.thresholdMv().at(i)));
      }
    }
    return new AeifCondExp(
        membrane,
        values("Delta_T_mV", NumberRange.POSITIVE),
        onset,
        values("a_nS", NumberRange.FINITE),
        values("b_pA", NumberRange.FINITE),
        values("tau_w_ms", NumberRange.POSITIVE),
        excitatoryTime(),
        inhibitoryTime(),
        values("E_ex_mV", NumberRange.FINITE),
        values("E_in_mV", NumberRange.FINITE));
  }

  NeuronModel izhikevich() {
    Values b = values("b", NumberRange.FINITE);
    Values reset = values("c_mV", NumberRange.FINITE);
    Values threshold = values(THRESHOLD, NumberRange.FINITE, Values.of(30));
    requireBelow("c_mV", reset, THRESHOLD, threshold);
    Values start = values("V_start_mV", NumberRange.FINITE, reset);
    return new Izhikevich(
        values("a", NumberRange.FINITE),
        b,
        reset,
        values("d", NumberRange.FINITE),
        threshold,
        values("V_min_mV", NumberRange.FINITE, Values.of(Double.NEGATIVE_INFINITY)),
        current(),
        start,
        values("U_start", NumberRange.FINITE, each(i -> b.at(i) * start.at(i))));
  }

  NeuronModel poisson() {
    double mostHz = 1000 / dtMs;
    NumberRange rates =
        new NumberRange(
            r -> r >= 0 && r < mostHz, "a number from 0 to below %s, one a step".formatted(mostHz));
    double start = table.number("start_ms", NumberRange.NOT_NEGATIVE, 0);
    NumberRange stops = NumberRange.from(start, "ms, its start");
    double stop = table.number("stop_ms", stops, Double.POSITIVE_INFINITY);
    return new PoissonSource(table.number("rate_Hz", rates), seed, start, stop);
  }

  NeuronModel spikeGenerator() {
    return new SpikeGenerator(times());
  }

  /** How many neurons have spike times in the table itself; 0 if they are elsewhere. */
  static int timesIn(CircuitTable table) {
    String expected =
        "a list with the spike times of each neuron, such as [[1.0, 5.0], [2.5]], or the name of a"
            + " file";
    Object value = table.value(TIMES, expected);
    if (value instanceof String) {
      return 0;
    }
    if (!(value instanceof List<?> rows)
        || rows.isEmpty()
        || !rows.stream()
            .allMatch(
                row -> row instanceof List<?> l && l.stream().allMatch(Number.class::isInstance))) {
      throw table.wrong(TIMES, expected);
    }
    return rows.size();
  }

  private double[][] times() {
    if (table.value(TIMES, "spike times") instanceof List<?> rows) {
      return rows.stream()
          .map(row -> ((List<?>) row).stream().mapToDouble(t -> ((Number) t).doubleValue()))
          .map(row -> row.toArray())
          .toArray(double[][]::new);
    }
    return SpikeTimes.read(table.file(table.text(TIMES, "the name of a file")), size);
  }

  private CellMembrane membrane() {
    return membrane(values(MEMBRANE_TIME, NumberRange.POSITIVE), THRESHOLD);
  }

  private CellMembrane membrane(Values timeMs, String thresholdKey) {
    Values leak = values("E_L_mV", NumberRange.FINITE);
    Values reset = values(RESET, NumberRange.FINITE);
    Values threshold = values(thresholdKey, NumberRange.FINITE);
    requireBelow(RESET, reset, thresholdKey, threshold);
    return new CellMembrane(
        values(CAPACITANCE, NumberRange.POSITIVE),
        timeMs,
        values("t_ref_ms", NumberRange.NOT_NEGATIVE),
        leak,
        reset,
        threshold,
        current(),
        values("V_start_mV", NumberRange.FINITE, leak));
  }

  private void requireBelow(String key, Values values, String boundKey, Values bounds) {
    for (int i = 0; i < size; i++) {
      if (!(values.at(i) < bounds.at(i))) {
        throw table.wrong(key, "below %s (%s)".formatted(boundKey, bounds.at(i)));
      }
    }
  }

  private Values excitatoryTime() {
    return values("tau_syn_ex_ms", NumberRange.POSITIVE);
  }

  private Values inhibitoryTime() {
    return values("tau_syn_in_ms", NumberRange.POSITIVE);
  }

  private Values current() {
    return values("I_e_pA", NumberRange.FINITE, Values.of(0));
  }

  private Values values(String key, NumberRange range) {
    return DrawnNumbers.values(table, key, range, size, Seeds.then(seed, key.hashCode()));
  }

  private Values values(String key, NumberRange range, Values otherwise) {
    return table.has(key) ? values(key, range) : otherwise;
  }

  private Values each(IntToDoubleFunction of) {
    return Values.perNeuron(IntStream.range(0, size).mapToDouble(of).toArray());
  }
}
