package plastron.tasks.circuit;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.core.circuit.CircuitPopulation;
import plastron.core.circuit.Connections;
import plastron.core.circuit.Distribution;
import plastron.core.circuit.Pattern;
import plastron.core.circuit.Plasticity;
import plastron.tasks.circuit.columns.NumberColumns;

/**
 * Reads the table of connections: between which populations, in which pattern, with which weights
 * and delays, and how spikes change them.
 */
final class ConnectionsTable {

  private static final String PATTERN = "pattern";
  private static final String DELAY = "delay_ms";
  private static final String EXPECTED_PATTERN =
      "\"all_to_all\", \"one_to_one\", { probability = 0.1 }, { in_degree = 100 }, { total = 1000 }"
          + " or { list = \"synapses.csv\" }";

  private final CircuitTable table;
  private final double dtMs;
  private final ReceivedUnit unit;
  private final List<CircuitPopulation> populations;
  private final List<CircuitPopulation> pre;
  private final List<CircuitPopulation> post;

  /**
   * @param populations of the circuit
   */
  ConnectionsTable(CircuitTable table, double dtMs, List<CircuitPopulation> populations) {
    this.table = table;
    this.dtMs = dtMs;
    this.populations = populations;
    pre = ReceivedUnit.populations(table, "from", populations);
    post = ReceivedUnit.receivers(table, populations);
    unit = ReceivedUnit.of(table, post);
  }

  /** Connections of each sender with each receiver, drawn one by one. */
  List<Connections> read() {
    Optional<Plasticity> plasticity = new PlasticityTable(table, unit, dtMs, populations).read();
    List<Connections> all = new ArrayList<>();
    for (CircuitPopulation from : pre) {
      for (CircuitPopulation to : post) {
        String name =
            pre.size() * post.size() == 1
                ? table.name()
                : "%s-%s-%s".formatted(table.name(), from.name(), to.name());
        all.add(connections(name, from, to, plasticity));
      }
    }
    table.finish();
    return all;
  }

  private Connections connections(
      String name, CircuitPopulation from, CircuitPopulation to, Optional<Plasticity> plasticity) {
    Object pattern = table.value(PATTERN, EXPECTED_PATTERN);
    if (pattern instanceof Map<?, ?> map && map.get("list") instanceof String file) {
      return listed(name, from, to, table.file(file), plasticity);
    }
    Distribution weights = DrawnNumbers.distribution(table, unit.key("weight"), NumberRange.FINITE);
    return table.make(
        () ->
            new Connections(
                name, from.name(), to.name(), pattern(pattern), weights, delays(), plasticity));
  }

  private Distribution delays() {
    return DrawnNumbers.distribution(table, DELAY, NumberRange.from(dtMs, "ms, a step"));
  }

  private Connections listed(
      String name,
      CircuitPopulation from,
      CircuitPopulation to,
      Path file,
      Optional<Plasticity> plasticity) {
    String weight = unit.key("weight");
    NumberColumns columns =
        NumberColumns.read(file, List.of("pre", "post"), List.of(weight, DELAY));
    Pattern pattern =
        new Pattern.Listed(columns.indices("pre", from.size()), columns.indices("post", to.size()));
    Distribution weights =
        column(columns, weight)
            .orElseGet(() -> DrawnNumbers.distribution(table, weight, NumberRange.FINITE));
    Distribution delays = column(columns, DELAY).orElseGet(this::delays);
    if (delays.least() < dtMs) {
      throw table.wrong(
          PATTERN, "a list whose delays are at least a step of %s ms".formatted(dtMs));
    }
    return table.make(
        () -> new Connections(name, from.name(), to.name(), pattern, weights, delays, plasticity));
  }

  /** What a list says of every synapse, the table must not say for all. */
  private Optional<Distribution> column(NumberColumns columns, String key) {
    if (!columns.has(key)) {
      return Optional.empty();
    }
    if (table.has(key)) {
      throw table.wrong(key, "left out, since the list has it for every synapse");
    }
    return Optional.of(new Distribution.Each(columns.of(key)));
  }

  private Pattern pattern(Object value) {
    Pattern pattern = null;
    if (value instanceof String name) {
      pattern = named(name);
    } else if (value instanceof Map<?, ?> map && map.size() == 1) {
      Map.Entry<?, ?> entry = map.entrySet().iterator().next();
      pattern = counted(entry.getKey().toString(), entry.getValue());
    }
    if (pattern == null) {
      throw table.wrong(PATTERN, EXPECTED_PATTERN);
    }
    return pattern;
  }

  private static @Nullable Pattern named(String name) {
    return switch (name) {
      case "all_to_all" -> new Pattern.AllToAll();
      case "one_to_one" -> new Pattern.OneToOne();
      default -> null;
    };
  }

  private static @Nullable Pattern counted(String key, Object number) {
    if (key.equals("probability") && number instanceof Number p) {
      return new Pattern.Probability(p.doubleValue());
    }
    if (key.equals("in_degree") && number instanceof Long count && count == count.intValue()) {
      return new Pattern.InDegree(count.intValue());
    }
    return key.equals("total") && number instanceof Long count ? new Pattern.Total(count) : null;
  }
}
