package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.FormRule;
import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.ExportRefusedException;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/**
 * Models with numbers far outside of what training makes: each is refused by name or becomes an
 * image whose numbers are all within their ranges.
 */
class LimitsProperties {

  private static final SpinnakerProfile PROFILE = new SpinnakerProfile();
  private static final List<FormRule> FORMS = FormRule.all();

  private static double scale(Random random) {
    return switch (random.nextInt(6)) {
      case 0 -> 0;
      case 1 -> Math.pow(10, random.nextInt(-300, 300));
      case 2 -> Math.pow(10, random.nextInt(-10, 10));
      default -> 1;
    };
  }

  private static PlasticProjection scaled(PlasticProjection layer, Random random) {
    Map<String, double[][]> parameters = new HashMap<>();
    layer
        .parameters()
        .forEach(
            (name, values) -> {
              double factor = scale(random);
              double[][] copy = new double[values.length][];
              for (int i = 0; i < values.length; i++) {
                copy[i] = new double[values[i].length];
                for (int j = 0; j < values[i].length; j++) {
                  copy[i][j] = values[i][j] * factor;
                }
              }
              parameters.put(name, copy);
            });
    return layer.withParameters(parameters);
  }

  private static PlasticModel model(Random random) {
    FormRule rule = FORMS.get(random.nextInt(FORMS.size()));
    RateEstimator rates =
        random.nextBoolean()
            ? new RateEstimator.Boxcar()
            : new RateEstimator.ExponentialTrace(
                1 - Math.pow(10, -random.nextInt(10)) * random.nextDouble());
    double reference = random.nextBoolean() ? 1 : Math.pow(10, random.nextInt(-12, 12));
    double clip = random.nextBoolean() ? 2 : Math.pow(10, random.nextInt(-12, 20));
    PlasticModel model =
        SmallSpinnakerModels.of(
            rule, RuleOptions.paper().clippedAt(clip), rates, reference, random.nextLong(), 5, 4);
    return SmallSpinnakerModels.changed(model, layer -> scaled(layer, random));
  }

  @Property(tries = 200)
  void everyModelIsRefusedByNameOrRuns(@ForAll long seed) {
    Random random = new Random(seed);
    PlasticModel model = model(random);
    SpikeRaster silence = new SpikeRaster(64, 5);
    SpikeRaster input = SmallSpinnakerModels.input(1, 64, 5);
    try {
      ChipImage image =
          ExportPipeline.to(PROFILE)
              .run(
                  model,
                  Input.each(List.of(random.nextInt(4) == 0 ? silence : input)),
                  ExportOptions.DEFAULT);
      assertThat(PROFILE.emulator(image, true, 1).run(input).traces()).hasSize(8);
    } catch (ExportRefusedException refused) {
      for (Diagnostic refusal : refused.refusals()) {
        assertThat(refusal.code()).startsWith("S-");
        assertThat(refusal.wayOut()).startsWith("Maybe ");
        assertThat(refusal.message()).doesNotContain("\n");
      }
    }
  }
}
