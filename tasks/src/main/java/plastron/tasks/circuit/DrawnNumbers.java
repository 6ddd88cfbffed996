package plastron.tasks.circuit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plastron.core.circuit.Distribution;
import plastron.core.network.Values;

/**
 * Numbers of neurons and synapses: one for all, one for each, or drawn ({@code { uniform = [low,
 * high] }}, {@code { normal = [mean, deviation], min = low, max = high }}).
 */
final class DrawnNumbers {

  /** A normal distribution without bounds is cut there: one number in two millions lies beyond. */
  private static final double DEVIATIONS = 5;

  private DrawnNumbers() {}

  /** How a number of every synapse is drawn. */
  static Distribution distribution(CircuitTable table, String key, NumberRange range) {
    return distribution(table, key, range, expected(range));
  }

  /**
   * A number for every neuron.
   *
   * @param seed of the population
   */
  static Values values(CircuitTable table, String key, NumberRange range, int neurons, long seed) {
    String expected =
        expected(range) + ", or a list with one for each of %d neurons".formatted(neurons);
    if (table.value(key, expected) instanceof List<?> list) {
      double[] all =
          list.stream()
              .filter(x -> x instanceof Number n && range.holds().test(n.doubleValue()))
              .mapToDouble(x -> ((Number) x).doubleValue())
              .toArray();
      if (all.length != neurons || list.size() != neurons) {
        throw table.wrong(key, expected);
      }
      return Values.perNeuron(all);
    }
    Distribution distribution = distribution(table, key, range, expected);
    return distribution instanceof Distribution.Constant constant
        ? Values.of(constant.value())
        : distribution.values(neurons, seed);
  }

  private static String expected(NumberRange range) {
    return range.expected()
        + ", { uniform = [low, high] } or { normal = [mean, deviation], min = low, max = high }";
  }

  private static Distribution distribution(
      CircuitTable table, String key, NumberRange range, String expected) {
    Distribution distribution =
        of(table, table.value(key, expected)).orElseThrow(() -> table.wrong(key, expected));
    if (!range.holds().test(distribution.least()) || !range.holds().test(distribution.greatest())) {
      throw table.wrong(key, expected);
    }
    return distribution;
  }

  private static Optional<Distribution> of(CircuitTable table, Object value) {
    if (value instanceof Number number) {
      return Double.isFinite(number.doubleValue())
          ? Optional.of(Distribution.of(number.doubleValue()))
          : Optional.empty();
    }
    if (!(value instanceof Map<?, ?> map)) {
      return Optional.empty();
    }
    if (map.keySet().equals(Set.of("uniform")) && map.get("uniform") instanceof List<?> bounds) {
      return pair(bounds).map(b -> table.make(() -> new Distribution.Uniform(b[0], b[1])));
    }
    if (Set.of("normal", "min", "max").containsAll(map.keySet())
        && map.get("normal") instanceof List<?> moments
        && isNumber(map.get("min"))
        && isNumber(map.get("max"))) {
      return pair(moments).map(m -> normal(table, map, m[0], m[1]));
    }
    return Optional.empty();
  }

  private static Distribution normal(
      CircuitTable table, Map<?, ?> map, double mean, double deviation) {
    double least =
        map.get("min") instanceof Number n ? n.doubleValue() : mean - DEVIATIONS * deviation;
    double most =
        map.get("max") instanceof Number n ? n.doubleValue() : mean + DEVIATIONS * deviation;
    return table.make(() -> new Distribution.Normal(mean, deviation, least, most));
  }

  private static boolean isNumber(@Nullable Object bound) {
    return bound == null || bound instanceof Number;
  }

  private static Optional<double[]> pair(List<?> list) {
    return list.size() == 2
            && list.getFirst() instanceof Number a
            && list.getLast() instanceof Number b
        ? Optional.of(new double[] {a.doubleValue(), b.doubleValue()})
        : Optional.empty();
  }
}
