package plastron.slayer.reference;

import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import plastron.core.network.Delivery;
import plastron.plasticity.catalogue.Catalogue;

/** Provides {@link SweepCase}s to properties: all rules, deliveries and kinds of neurons. */
public final class SweepCases extends DomainContextBase {

  /** Any case. */
  @Provide
  public Arbitrary<SweepCase> cases() {
    return Combinators.combine(
            Arbitraries.of(Catalogue.families()),
            Arbitraries.of(Delivery.class),
            Arbitraries.of(true, false),
            Arbitraries.longs().withoutEdgeCases())
        .as((family, delivery, lif, seed) -> SweepCase.of(family, delivery, lif, new Random(seed)));
  }
}
