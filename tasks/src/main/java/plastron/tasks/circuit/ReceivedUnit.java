package plastron.tasks.circuit;

import java.util.List;
import plastron.core.circuit.CircuitPopulation;

/**
 * The unit of the weights that some populations receive; names of keys end with it.
 *
 * @param unit such as mV
 */
record ReceivedUnit(String unit) {

  /** The populations that a key names. */
  static List<CircuitPopulation> populations(
      CircuitTable table, String key, List<CircuitPopulation> all) {
    List<String> names = table.choices(key, all.stream().map(CircuitPopulation::name).toList());
    return all.stream().filter(p -> names.contains(p.name())).toList();
  }

  /** The populations that the key "to" names, which must be ones that receive something. */
  static List<CircuitPopulation> receivers(CircuitTable table, List<CircuitPopulation> all) {
    List<CircuitPopulation> receivers = populations(table, "to", all);
    for (CircuitPopulation p : receivers) {
      if (p.model().channels() == 0) {
        throw table.wrong(
            "to",
            "populations that receive something, which %s (%s) does not"
                .formatted(p.name(), p.model().label()));
      }
    }
    return receivers;
  }

  /**
   * The unit that all receivers have in common.
   *
   * @param table that names them by its key "to"
   */
  static ReceivedUnit of(CircuitTable table, List<CircuitPopulation> receivers) {
    List<String> units =
        receivers.stream()
            .map(p -> CellKind.labelled(p.model().label()).unit())
            .distinct()
            .toList();
    if (units.size() > 1) {
      throw table.wrong(
          "to",
          "populations with weights in one unit, not in %s".formatted(String.join(" and ", units)));
    }
    ReceivedUnit unit = new ReceivedUnit(units.getFirst());
    for (String other : CellKind.UNITS) {
      String key = "weight_" + other;
      if (!other.equals(unit.unit) && table.has(key)) {
        throw table.wrong(
            key,
            "in %s, as %s (%s) receives them"
                .formatted(
                    unit.unit, receivers.getFirst().name(), receivers.getFirst().model().label()),
            "Maybe %s was meant.".formatted(unit.key("weight")));
      }
    }
    return unit;
  }

  /** A key with the unit. */
  String key(String quantity) {
    return quantity + "_" + unit;
  }
}
