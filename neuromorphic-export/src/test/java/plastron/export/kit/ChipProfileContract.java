package plastron.export.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import plastron.export.contract.ChipContract;
import plastron.export.contract.ContractCase;
import plastron.export.contract.ContractResult;
import plastron.export.contract.ModelSketch;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.operation.ChipCosts;
import plastron.export.operation.LayerCosts;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.resource.Limit;
import plastron.export.stage.ExportOptions;

/**
 * What a chip of one's own keeps; a test class implements it and says the profile. A counterexample
 * is shrunk and printed as code.
 */
public interface ChipProfileContract extends PipelineRefusals, PipelineRemarks {

  /** The profile. */
  @Override
  ChipProfile<?, ?> profile();

  /** Models of one layer, whatever the chip makes of them. */
  @Provide
  default Arbitrary<ModelSketch> sketches() {
    return Sketches.inForm(profile().form());
  }

  private ContractCase tried(ModelSketch sketch) {
    return sketch.tried(sketch.family().name(), List.of(), profile().form());
  }

  /** It has names, and every limit its source. */
  @Example
  default void itSaysWhatItIs() {
    assertThat(profile().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    assertThat(profile().title()).isNotBlank();
    assertThat(profile().codePrefix()).matches("[A-Z]+[0-9]*");
    assertThat(profile().limits())
        .allMatch(limit -> !limit.source().isBlank() && limit.value() >= 0, "has a source");
    assertThat(profile().limits()).extracting(Limit::name).isNotEmpty();
  }

  /** What it accepts, it runs within the error that the export states. */
  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  default void whatItAcceptsItRunsWithinTheStatedError(@ForAll("sketches") ModelSketch sketch) {
    ContractResult result = ChipContract.of(profile()).check(tried(sketch));
    if (result.excuse() == ContractResult.Excuse.NONE && !result.large()) {
      assertThat(result.violations()).isEmpty();
    }
  }

  /** What it refuses, it refuses by name, with a code of its own and in one line each. */
  @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
  default void itRefusesByName(@ForAll("sketches") ModelSketch sketch) {
    try {
      image(sketch);
    } catch (ExportRefusedException refused) {
      assertThat(refused.refusals())
          .isNotEmpty()
          .allMatch(d -> d.code().startsWith(profile().codePrefix() + "-"), "has a code")
          .allMatch(d -> d.toString().matches("[^\\p{Cc}]+"), "is one line");
    }
  }

  /** The same model gives the same image, and the same image the same run. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  default void theSameGivesTheSame(@ForAll("sketches") ModelSketch sketch) {
    try {
      ChipImage image = image(sketch);
      assertThat(image(sketch).layers()).isEqualTo(image.layers());
      var input = tried(sketch).fresh().getFirst();
      var first = profile().emulator(image, true, 1).run(input);
      var again = profile().emulator(image, true, 1).run(input);
      assertThat(again.spikes()).isEqualTo(first.spikes());
      assertThat(again.counters()).isEqualTo(first.counters());
    } catch (ExportRefusedException refused) {
      assertThat(refused.refusals()).isNotEmpty();
    }
  }

  /** What it says an image costs is about its layers, and no spike takes more than is stored. */
  @Property(tries = 10, edgeCases = EdgeCasesMode.NONE)
  default void itCostsWhatItStores(@ForAll("sketches") ModelSketch sketch) {
    try {
      ChipImage image = image(sketch);
      profile().costs(image).ifPresent(costs -> storedOf(image, costs));
    } catch (ExportRefusedException refused) {
      assertThat(refused.refusals()).isNotEmpty();
    }
  }

  private static void storedOf(ChipImage image, ChipCosts costs) {
    assertThat(costs.layers())
        .extracting(LayerCosts::layer)
        .isEqualTo(image.layers().stream().map(ImageLayer::name).toList());
    for (LayerCosts layer : costs.layers()) {
      assertThat(layer.fanOut()).hasSize(image.sizes().get(layer.from()));
      assertThat(Arrays.stream(layer.fanOut()).sum()).isEqualTo(layer.synapses() - layer.zeros());
      assertThat(layer.updates() > 0).isEqualTo(layer.products() > 0);
    }
  }

  private ChipImage image(ModelSketch sketch) {
    ContractCase tried = tried(sketch);
    return ExportPipeline.to(profile())
        .run(tried.model(), tried.calibration(), ExportOptions.DEFAULT);
  }
}
