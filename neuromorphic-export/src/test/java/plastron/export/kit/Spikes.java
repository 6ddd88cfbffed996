package plastron.export.kit;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import plastron.core.spikes.SpikeRaster;

/** Spike trains. They shrink to fewer spikes, steps and neurons. */
public final class Spikes {

  private Spikes() {}

  /** Up to 40 steps of up to 5 neurons, silent and busy ones. */
  public static Arbitrary<SpikeRaster> any() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 40), Arbitraries.integers().between(1, 5))
        .flatAs(Spikes::of);
  }

  /** Spikes of some neurons in some steps. */
  public static Arbitrary<SpikeRaster> of(int steps, int neurons) {
    return Arbitraries.integers()
        .between(0, steps * neurons - 1)
        .set()
        .ofMaxSize(steps * neurons)
        .map(
            places -> {
              SpikeRaster spikes = new SpikeRaster(steps, neurons);
              places.forEach(place -> spikes.set(place / neurons, place % neurons));
              return spikes;
            });
  }
}
