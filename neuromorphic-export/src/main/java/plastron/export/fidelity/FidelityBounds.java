package plastron.export.fidelity;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a chip must keep to pass.
 *
 * @param bounds one for every criterion; an infinite one is kept by everything
 */
public record FidelityBounds(Map<Criterion, Double> bounds) {

  /** {@link Criterion#standard} of all. */
  public static final FidelityBounds DEFAULT = new FidelityBounds(Map.of());

  /** Criteria that are not given have their standard bound. */
  public FidelityBounds {
    Map<Criterion, Double> all = new EnumMap<>(Criterion.class);
    for (Criterion criterion : Criterion.values()) {
      all.put(criterion, bounds.getOrDefault(criterion, criterion.standard()));
    }
    bounds = Collections.unmodifiableMap(all);
  }

  /** The bound of one criterion. */
  public double of(Criterion criterion) {
    return bounds.getOrDefault(criterion, criterion.standard());
  }

  /** These with another bound for one criterion. */
  public FidelityBounds with(Criterion criterion, double bound) {
    Map<Criterion, Double> changed = new EnumMap<>(bounds);
    changed.put(criterion, bound);
    return new FidelityBounds(changed);
  }
}
