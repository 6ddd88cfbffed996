package plastron.export.profile;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often something was counted in a layer.
 *
 * @param layer name
 * @param counter what was counted
 * @param count how often, at least 0
 */
public record Tally(String layer, Counter counter, long count) {

  /** As {@code Recording.counters} names it. */
  public String name() {
    return layer + "." + counter.name();
  }

  /**
   * What an emulator counted, in the order of the names.
   *
   * @param counters everything that the chip's emulator counts, {@link ChipProfile#counters}
   * @param recorded counts by layer, dot and counter
   * @throws IllegalArgumentException if a recorded counter is not among them
   */
  public static List<Tally> of(List<Counter> counters, Map<String, Long> recorded) {
    return new TreeMap<>(recorded)
        .entrySet().stream().map(e -> of(counters, e.getKey(), e.getValue())).toList();
  }

  private static Tally of(List<Counter> counters, String name, long count) {
    int dot = name.lastIndexOf('.');
    String event = name.substring(dot + 1);
    return counters.stream()
        .filter(counter -> counter.name().equals(event))
        .map(counter -> new Tally(name.substring(0, Math.max(dot, 0)), counter, count))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Counter (%s) is not one of the chip's %s."
                        .formatted(name, counters.stream().map(Counter::name).toList())));
  }

  /** Events that lost something, all together. */
  public static long harmful(List<Tally> tallies) {
    return tallies.stream()
        .filter(tally -> tally.counter().harmful())
        .mapToLong(Tally::count)
        .reduce(0, Math::addExact);
  }
}
