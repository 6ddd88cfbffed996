package plastron.export.resource;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Amounts of named resources that something needs.
 *
 * @param amounts by resource name, each at least 0, sorted by name
 */
public record Demand(Map<String, Long> amounts) {

  /** Nothing. */
  public static final Demand NONE = new Demand(Map.of());

  public Demand {
    amounts = Collections.unmodifiableMap(new TreeMap<>(amounts));
    amounts.forEach(
        (name, amount) -> {
          if (amount < 0) {
            throw new IllegalArgumentException(
                "Demand for %s (%d) must be at least 0.".formatted(name, amount));
          }
        });
  }

  /** The amount of one resource, 0 if it is not needed. */
  public long of(String resource) {
    return amounts.getOrDefault(resource, 0L);
  }

  /** Both together. */
  public Demand plus(Demand other) {
    Map<String, Long> sum = new TreeMap<>(amounts);
    other.amounts.forEach((name, amount) -> sum.merge(name, amount, Math::addExact));
    return new Demand(sum);
  }

  /** The limit of this scope of which the largest share is used; empty if there is none. */
  public Optional<Usage> fullest(List<Limit> limits, Scope scope) {
    return limits.stream()
        .filter(limit -> limit.scope() == scope)
        .map(limit -> new Usage(limit, of(limit.name()), of(limit.name())))
        .max(Comparator.comparingDouble(Usage::share));
  }

  /** The first limit of this scope that is passed. */
  public Optional<Limit> exceeded(List<Limit> limits, Scope scope) {
    return limits.stream().filter(l -> l.scope() == scope && of(l.name()) > l.value()).findFirst();
  }
}
