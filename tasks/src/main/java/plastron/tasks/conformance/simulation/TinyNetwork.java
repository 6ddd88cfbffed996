package plastron.tasks.conformance.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import plastron.core.cell.CellMembrane;
import plastron.core.cell.IafAlpha;
import plastron.core.cell.IafDelta;
import plastron.core.cell.IafExp;
import plastron.core.cell.NeuronModel;
import plastron.core.circuit.Circuit;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.Plasticity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Values;
import plastron.core.source.SpikeGenerator;
import plastron.export.conformance.BrokenVectorException;
import plastron.export.conformance.VectorReader;

/**
 * A small network as a reference file has it, and what is expected of it.
 *
 * @param isPrecise whether spikes are not bound to the grid
 * @param traces potentials of neurons after each step, mV
 * @param weights expected at the end, empty if none learn
 */
record TinyNetwork(
    Circuit circuit,
    double dtMs,
    double durationMs,
    boolean isPrecise,
    List<ExpectedSpike> spikes,
    List<ExpectedTrace> traces,
    Optional<List<ExpectedWeight>> weights) {

  static final String NEURONS = "neurons";
  static final String PLASTIC = "plastic";
  private static final String INPUTS = "inputs";

  /** A spike at a time, ms. */
  record ExpectedSpike(double timeMs, int neuron) {}

  /** Potentials of a neuron after each step, mV. */
  record ExpectedTrace(int neuron, double[] potentialsMv) {}

  /** A weight at the end. */
  record ExpectedWeight(int pre, int post, double weight, int delaySteps) {}

  static TinyNetwork read(VectorReader file) {
    double dtMs = file.number("dt");
    if (!(dtMs > 0)) {
      throw new BrokenVectorException("dt (%s) should be above 0".formatted(dtMs));
    }
    List<VectorReader> neurons = file.objects("neurons");
    int n = neurons.size();
    double[][] inputs = inputs(file);
    List<double[]> rows = rows(file, "connections_src_dst_weight_delay", n, n);
    boolean[] isInhibitory = new boolean[n];
    for (int i : file.ints("inhibitory", -1, 0, n - 1)) {
      isInhibitory[i] = true;
    }
    Optional<Plasticity> stdp =
        file.has("stdp") ? Optional.of(stdp(file.object("stdp"))) : Optional.empty();
    Predicate<double[]> learns = row -> stdp.isPresent() && !isInhibitory[(int) row[0]];
    List<Connections> connections = new ArrayList<>();
    add(connections, PLASTIC, NEURONS, rows.stream().filter(learns).toList(), stdp);
    add(
        connections,
        "static",
        NEURONS,
        rows.stream().filter(learns.negate()).toList(),
        Optional.empty());
    add(
        connections,
        "from inputs",
        INPUTS,
        rows(file, "input_connections_input_dst_weight_delay", inputs.length, n),
        Optional.empty());
    List<CircuitPopulation> populations = new ArrayList<>();
    populations.add(new CircuitPopulation(NEURONS, n, model(file.text("model"), neurons)));
    if (inputs.length > 0) {
      populations.add(new CircuitPopulation(INPUTS, inputs.length, new SpikeGenerator(inputs)));
    }
    return new TinyNetwork(
        new Circuit(populations, connections, List.of()),
        dtMs,
        file.number("t_sim"),
        file.text("model").endsWith("_ps"),
        Arrays.stream(matrix(file, "spikes_time_neuron", 2))
            .map(s -> new ExpectedSpike(s[0], index(s[1], n)))
            .toList(),
        List.of(
            new ExpectedTrace(0, file.numbers("v_neuron0_every_0p1ms_from_0p1", -1)),
            new ExpectedTrace(
                file.integer("v_mid_index", 0, n - 1),
                file.numbers("v_neuron_mid_every_0p1ms_from_0p1", -1))),
        file.has("final_stdp_weights_src_dst_w_delay")
            ? Optional.of(
                Arrays.stream(matrix(file, "final_stdp_weights_src_dst_w_delay", 4))
                    .map(
                        w ->
                            new ExpectedWeight(
                                index(w[0], n),
                                index(w[1], n),
                                w[2],
                                (int) Math.round(w[3] / dtMs)))
                    .toList())
            : Optional.empty());
  }

  private static double[][] inputs(VectorReader file) {
    return file.numberRows("input_spike_times");
  }

  private static double[][] matrix(VectorReader file, String field, int columns) {
    double[][] rows = file.numberRows(field);
    for (double[] row : rows) {
      if (row.length != columns) {
        throw new BrokenVectorException(
            "%s has a row of %d numbers, expected %d".formatted(field, row.length, columns));
      }
    }
    return rows;
  }

  private static List<double[]> rows(VectorReader file, String field, int pre, int post) {
    List<double[]> rows = List.of(matrix(file, field, 4));
    for (double[] row : rows) {
      index(row[0], pre);
      index(row[1], post);
    }
    return rows;
  }

  private static int index(double number, int size) {
    if (!(number >= 0 && number < size && number == Math.rint(number))) {
      throw new BrokenVectorException(
          "neuron (%s) should be a whole number in [0, %d]".formatted(number, size - 1));
    }
    return (int) number;
  }

  private static void add(
      List<Connections> all,
      String name,
      String pre,
      List<double[]> rows,
      Optional<Plasticity> stdp) {
    if (!rows.isEmpty()) {
      all.add(
          new Connections(
              name,
              pre,
              NEURONS,
              new Pattern.Listed(
                  rows.stream().mapToInt(r -> (int) r[0]).toArray(),
                  rows.stream().mapToInt(r -> (int) r[1]).toArray()),
              new Distribution.Each(rows.stream().mapToDouble(r -> r[2]).toArray()),
              new Distribution.Each(rows.stream().mapToDouble(r -> r[3]).toArray()),
              stdp));
    }
  }

  private static PairStdp stdp(VectorReader stdp) {
    return new PairStdp(
        stdp.number("tau_plus"),
        stdp.number("tau_minus"),
        stdp.number("lambda"),
        stdp.number("alpha"),
        stdp.number("mu_plus"),
        stdp.number("mu_minus"),
        stdp.number("Wmax"),
        DelayPlace.DENDRITE);
  }

  private static NeuronModel model(String name, List<VectorReader> neurons) {
    CellMembrane membrane =
        new CellMembrane(
            values(neurons, "C_m"),
            values(neurons, "tau_m"),
            values(neurons, "t_ref"),
            values(neurons, "E_L"),
            values(neurons, "V_reset"),
            values(neurons, "V_th"),
            values(neurons, "I_e"),
            values(neurons, "V_m"));
    return switch (name) {
      case "iaf_psc_delta" -> new IafDelta(membrane);
      case "iaf_psc_exp", "iaf_psc_exp_ps" ->
          new IafExp(membrane, values(neurons, "tau_syn_ex"), values(neurons, "tau_syn_in"));
      case "iaf_psc_alpha" ->
          new IafAlpha(membrane, values(neurons, "tau_syn_ex"), values(neurons, "tau_syn_in"));
      default -> throw new BrokenVectorException("model (%s) is not known".formatted(name));
    };
  }

  private static Values values(List<VectorReader> neurons, String field) {
    return Values.perNeuron(neurons.stream().mapToDouble(n -> n.number(field)).toArray());
  }
}
