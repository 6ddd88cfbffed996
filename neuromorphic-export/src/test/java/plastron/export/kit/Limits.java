package plastron.export.kit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;

/** Limits of chips. They shrink to none of anything. */
public final class Limits {

  private Limits() {}

  /** Limits of all scopes up to 4096. */
  public static Arbitrary<Limit> any() {
    return Combinators.combine(
            Arbitraries.of("synapses", "neurons", "bits"),
            Arbitraries.of(Scope.class),
            Arbitraries.longs().between(0, 4096),
            Arbitraries.of(Evidence.class))
        .as(
            (name, scope, value, evidence) ->
                new Limit(name, scope, value, name, "drawn", evidence));
  }

  /** What a core has of something. */
  public static Arbitrary<Limit> ofCores(String name, long least, long most) {
    return Arbitraries.longs()
        .between(least, most)
        .map(value -> new Limit(name, Scope.CORE, value, name, "drawn", Evidence.OPEN));
  }
}
