package plastron.tasks.circuit;

import java.util.List;
import java.util.Optional;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.DopamineStdp;
import plastron.core.circuit.PairStdp;
import plastron.core.circuit.Plasticity;
import plastron.core.circuit.ShortTerm;
import plastron.core.circuit.TripletStdp;
import plastron.core.network.DelayPlace;

/**
 * Reads the table within that of connections which says how spikes change them, if there is one.
 */
final class PlasticityTable {

  /** The tables that say it, each kind its own. */
  static final List<String> KINDS = List.of("stdp", "triplet", "dopamine", "rule", "short_term");

  private final CircuitTable connections;
  private final ReceivedUnit unit;
  private final double dtMs;
  private final List<String> populations;

  /**
   * @param unit of the weights
   * @param populations that there are
   */
  PlasticityTable(
      CircuitTable connections,
      ReceivedUnit unit,
      double dtMs,
      List<CircuitPopulation> populations) {
    this.connections = connections;
    this.unit = unit;
    this.dtMs = dtMs;
    this.populations = populations.stream().map(CircuitPopulation::name).toList();
  }

  Optional<Plasticity> read() {
    String found = null;
    for (String kind : KINDS) {
      if (connections.has(kind)) {
        if (found != null) {
          throw connections.wrong(
              kind, "left out, since connections have one kind of plasticity, %s".formatted(found));
        }
        found = kind;
      }
    }
    return Optional.ofNullable(found)
        .map(kind -> read(kind, connections.table(kind).orElseThrow()));
  }

  private Plasticity read(String kind, CircuitTable table) {
    Plasticity plasticity =
        table.make(
            () ->
                switch (kind) {
                  case "triplet" -> triplet(table);
                  case "dopamine" -> dopamine(table);
                  case "rule" -> new RuleTable(table, unit, dtMs, populations).read();
                  case "short_term" -> shortTerm(table);
                  default -> stdp(table);
                });
    table.finish();
    return plasticity;
  }

  private static ShortTerm shortTerm(CircuitTable table) {
    return new ShortTerm(
        table.number("U", NumberRange.SHARE),
        table.number("tau_rec_ms", NumberRange.POSITIVE),
        table.number("tau_fac_ms", NumberRange.NOT_NEGATIVE));
  }

  private PairStdp stdp(CircuitTable table) {
    return new PairStdp(
        table.number("tau_plus_ms", NumberRange.POSITIVE),
        table.number("tau_minus_ms", NumberRange.POSITIVE),
        table.number("lambda", NumberRange.NOT_NEGATIVE),
        table.number("alpha", NumberRange.NOT_NEGATIVE),
        table.number("mu_plus", NumberRange.NOT_NEGATIVE),
        table.number("mu_minus", NumberRange.NOT_NEGATIVE),
        table.number(unit.key("w_max"), NumberRange.POSITIVE),
        place(table));
  }

  private TripletStdp triplet(CircuitTable table) {
    return new TripletStdp(
        table.number(unit.key("A2_plus"), NumberRange.NOT_NEGATIVE),
        table.number(unit.key("A3_plus"), NumberRange.NOT_NEGATIVE),
        table.number(unit.key("A2_minus"), NumberRange.NOT_NEGATIVE),
        table.number(unit.key("A3_minus"), NumberRange.NOT_NEGATIVE),
        table.number("tau_plus_ms", NumberRange.POSITIVE),
        table.number("tau_minus_ms", NumberRange.POSITIVE),
        table.number("tau_x_ms", NumberRange.POSITIVE),
        table.number("tau_y_ms", NumberRange.POSITIVE),
        table.number(unit.key("w_max"), NumberRange.POSITIVE),
        place(table));
  }

  private DopamineStdp dopamine(CircuitTable table) {
    double least = table.number(unit.key("w_min"), NumberRange.NOT_NEGATIVE, 0);
    return new DopamineStdp(
        table.choice("from", populations),
        table.number("delay_ms", NumberRange.from(dtMs, "ms, a step")),
        table.number("tau_c_ms", NumberRange.POSITIVE),
        table.number("tau_n_ms", NumberRange.POSITIVE),
        table.number("b_per_ms", NumberRange.NOT_NEGATIVE, 0),
        table.number(unit.key("A_plus"), NumberRange.NOT_NEGATIVE),
        table.number(unit.key("A_minus"), NumberRange.NOT_NEGATIVE),
        table.number("tau_plus_ms", NumberRange.POSITIVE),
        table.number("tau_minus_ms", NumberRange.POSITIVE),
        least,
        table.number(unit.key("w_max"), NumberRange.POSITIVE),
        place(table));
  }

  private static DelayPlace place(CircuitTable table) {
    return table.choice("delay_in", List.of("axon", "dendrite")).equals("axon")
        ? DelayPlace.AXON
        : DelayPlace.DENDRITE;
  }
}
