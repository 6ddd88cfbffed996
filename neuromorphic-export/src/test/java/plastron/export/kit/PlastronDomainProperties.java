package plastron.export.kit;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.domains.Domain;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ModelSketch;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.resource.Limit;
import plastron.plasticity.kit.SpikeText;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rule.PlasticityRule;

/** All that the domain draws is drawn without being asked for by name. */
@Domain(PlastronDomain.class)
@PropertyDefaults(tries = 50, edgeCases = EdgeCasesMode.NONE)
class PlastronDomainProperties {

  @Property
  void spikesComeBackFromTheirText(@ForAll SpikeRaster spikes) {
    assertThat(SpikeText.read(SpikeText.rows(spikes).toArray(String[]::new))).isEqualTo(spikes);
  }

  @Property
  void anEpisodeHasNumbersForEverySymbol(@ForAll RuleEpisode episode) {
    assertThat(episode.windows()).isNotEmpty();
    assertThat(QuantizedRule.of(episode.rule(), FixedFormat.signed(3, 12)).run(episode).integers())
        .hasSameSizeAs(episode.windows());
  }

  @Property
  void theRestIsWhatItSays(
      @ForAll PlasticityRule rule,
      @ForAll QuantizedRule quantized,
      @ForAll FixedFormat format,
      @ForAll Limit limit) {
    assertThat(rule.name()).isEqualTo(quantized.rule().name());
    assertThat(format.min()).isLessThanOrEqualTo(0);
    assertThat(limit.value()).isBetween(0L, 4096L);
  }

  @Property(tries = 10)
  void modelsHaveSomethingToRun(@ForAll PlasticModel model, @ForAll ModelSketch sketch) {
    assertThat(model.graph().populations()).isNotEmpty();
    assertThat(
            sketch.tried("x", java.util.List.of(), FixedPointChip.FORM).model().graph().isPlastic())
        .isEqualTo(sketch.family().build(sketch.options()).isPlastic());
  }
}
