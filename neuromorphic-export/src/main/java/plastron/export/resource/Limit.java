package plastron.export.resource;

import java.util.Locale;

/**
 * What a chip has of something.
 *
 * @param name of the resource, as in {@link Demand}, such as {@code synapse_bits}
 * @param scope what it holds for
 * @param value the most there is, in {@code unit}
 * @param unit for people, such as {@code bits}
 * @param source the document it is from, with section or table
 * @param evidence how sure it is
 */
public record Limit(
    String name, Scope scope, long value, String unit, String source, Evidence evidence) {

  /** The end of the code of what needs more of it, such as {@code CORE-SYNAPSE-BITS}. */
  public String code() {
    return scope.name() + "-" + name.toUpperCase(Locale.ROOT).replace('_', '-');
  }

  /** As messages print it, such as {@code 1024 compartments a core (confirmed: ...)}. */
  public String describe() {
    return "%d %s%s (%s: %s)"
        .formatted(
            value,
            unit,
            scope == Scope.ITEM ? "" : " a " + scope.title(),
            evidence.name().toLowerCase(Locale.ROOT),
            source);
  }
}
