package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.RenamedRule;
import plastron.export.image.ChipImage;
import plastron.export.image.ImageLayer;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.profile.ChipProfiles;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;

/** What symbols are called means nothing to a chip. */
class RenamedRuleTest {

  private static final List<SpikeRaster> EXAMPLES = DrawnModels.inputs(3, 160, 12, 1);

  static Stream<Arguments> runnable() {
    return Stream.of("loihi1", "loihi2")
        .flatMap(
            chip ->
                Catalogue.families().stream()
                    .map(f -> f.build(RuleOptions.paper()))
                    .filter(r -> ChipProfiles.named(chip).explain(r).runs())
                    .map(r -> Arguments.of(chip, r.name())));
  }

  @ParameterizedTest
  @MethodSource("runnable")
  void namesOfSymbolsChangeNothing(String chip, String rule) {
    PlasticModel model = DrawnModels.model(rule, 8, 0.05, 5, 12, 8);
    ChipImage expected = image(ChipProfiles.named(chip), model);
    ChipImage actual = image(ChipProfiles.named(chip), RenamedRule.rename(model));

    for (int l = 0; l < expected.layers().size(); l++) {
      ImageLayer a = expected.layers().get(l);
      ImageLayer b = actual.layers().get(l);
      Map<String, String> names = RenamedRule.names(model.graph().projections().get(l).rule());
      assertThat(b.integers()).isEqualTo(a.integers());
      assertThat(b.program().stream().map(line -> original(line, names)).toList())
          .isEqualTo(a.program());
      assertThat(b.reset()).isEqualTo(a.reset());
      assertThat(b.reals().keySet()).isEqualTo(a.reals().keySet());
      a.reals()
          .forEach(
              (key, value) ->
                  assertThat(b.real(key))
                      .as(key)
                      .isCloseTo(value, Percentage.withPercentage(1e-9)));
      a.arrays()
          .forEach(
              array ->
                  assertThat(
                          b.arrays().stream()
                              .filter(o -> original(o.name(), names).equals(array.name()))
                              .map(o -> Arrays.deepToString(o.values())))
                      .containsExactly(Arrays.deepToString(array.values())));
    }
    Recording run = run(expected);
    Recording again = run(actual);
    assertThat(again.spikes()).isEqualTo(run.spikes());
    assertThat(again.counters()).isEqualTo(run.counters());
  }

  private static String original(String text, Map<String, String> names) {
    String result = text;
    for (Map.Entry<String, String> entry : names.entrySet()) {
      result = result.replace(entry.getValue(), entry.getKey());
    }
    return result;
  }

  private static <R, P> ChipImage image(ChipProfile<R, P> chip, PlasticModel model) {
    return ExportPipeline.to(chip).run(model, Input.each(EXAMPLES), ExportOptions.DEFAULT);
  }

  private static Recording run(ChipImage image) {
    return ChipProfiles.named(image.profile())
        .emulator(image, true, image.seed())
        .run(EXAMPLES.getFirst());
  }
}
