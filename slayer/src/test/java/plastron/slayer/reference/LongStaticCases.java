package plastron.slayer.reference;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import plastron.core.network.Delivery;

/** Provides long {@link SweepCase}s in which no weight ever changes. */
public final class LongStaticCases extends DomainContextBase {

  /** Any such case. */
  @Provide
  public Arbitrary<SweepCase> cases() {
    return Combinators.combine(
            Arbitraries.of(Delivery.class),
            Arbitraries.of(true, false),
            Arbitraries.longs().withoutEdgeCases())
        .as((delivery, lif, seed) -> SweepCase.longAndStatic(delivery, lif, new Random(seed)));
  }
}
