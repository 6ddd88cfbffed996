package plastron.export.kit;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.ModelSketch;
import plastron.export.fixedpoint.FixedFormat;
import plastron.export.resource.Limit;
import plastron.plasticity.kit.DrawnRules;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rule.PlasticityRule;

/**
 * All that the kit draws, for {@code @Domain(PlastronDomain.class)} and a plain {@code @ForAll}.
 */
public final class PlastronDomain extends DomainContextBase {

  @Provide
  Arbitrary<PlasticityRule> rules() {
    return DrawnRules.any();
  }

  @Provide
  Arbitrary<QuantizedRule> quantizedRules() {
    return DrawnRules.any().flatMap(Formats::of);
  }

  @Provide
  Arbitrary<RuleEpisode> episodes() {
    return DrawnRules.any().flatMap(RuleEpisodes::of);
  }

  @Provide
  Arbitrary<FixedFormat> formats() {
    return Formats.any();
  }

  @Provide
  Arbitrary<SpikeRaster> spikes() {
    return Spikes.any();
  }

  @Provide
  Arbitrary<PlasticModel> models() {
    return Graphs.any();
  }

  @Provide
  Arbitrary<ModelSketch> sketches() {
    return Sketches.any();
  }

  @Provide
  Arbitrary<Limit> limits() {
    return Limits.any();
  }
}
