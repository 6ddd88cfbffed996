package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import plastron.slayer.Precision;
import plastron.slayer.reference.LongStaticCases;
import plastron.slayer.reference.SweepCase;

/** Laws of the sweep where no weight ever changes and windows are long. */
@Domain(LongStaticCases.class)
@Domain(DomainContext.Global.class)
class LongStaticProperties {

  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  void checkpointsChangeNoBit(
      @ForAll SweepCase given,
      @ForAll @IntRange(min = 1, max = 2) int windows,
      @ForAll Precision precision) {
    SweepRun got = SweepRun.of(given.keeping(windows, Integer.MAX_VALUE), precision);
    SweepRun want = SweepRun.of(given.keeping(Integer.MAX_VALUE, Integer.MAX_VALUE), precision);
    assertThat(got.spikes()).isEqualTo(want.spikes());
    assertThat(Arrays.deepEquals(got.potentials(), want.potentials())).as("potentials").isTrue();
    assertThat(got.gradient()).isEqualTo(want.gradient());
  }
}
