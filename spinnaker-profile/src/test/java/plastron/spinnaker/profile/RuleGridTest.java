package plastron.spinnaker.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.FormRule;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/**
 * Every combination of post factor, pre factor, decay and prediction, at large and small rates and
 * with all estimators, against the rule in double precision on the same spikes.
 */
class RuleGridTest {

  private static final SpinnakerProfile PROFILE = new SpinnakerProfile();

  static List<FormRule> rules() {
    return FormRule.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void runsAsTheRuleHasIt(FormRule rule) {
    stays(rule, 0.1, new RateEstimator.Boxcar());
    stays(rule, 1, new RateEstimator.Boxcar());
    stays(rule, 1, RateEstimator.ExponentialTrace.matching(SmallSpinnakerModels.INTERVAL));
    stays(rule, 0.3, new RateEstimator.ExponentialTrace(0.5));
    stays(rule, 0.1, new RateEstimator.ExponentialTrace(0.98));
  }

  private static void stays(FormRule rule, double reference, RateEstimator rates) {
    assertThat(error(rule, reference, rates))
        .as("%s, reference rate %s, %s", rule, reference, rates)
        .isLessThan(1);
  }

  /**
   * Root mean square of the error of alpha.E over what it may be: a hundredth of its largest
   * magnitude, and half a step of the weights.
   */
  private static double error(FormRule rule, double reference, RateEstimator rates) {
    PlasticModel model =
        SmallSpinnakerModels.of(
            rule, RuleOptions.paper().clippedAt(2), rates, reference, 7, 12, 10);
    ChipImage image =
        ExportPipeline.to(PROFILE)
            .run(
                model,
                Input.each(
                    List.of(
                        SmallSpinnakerModels.input(101, 240, 12),
                        SmallSpinnakerModels.input(102, 240, 12))),
                ExportOptions.DEFAULT);
    SpikeRaster input = SmallSpinnakerModels.input(5, 240, 12);
    Recording chip = PROFILE.emulator(image, true, image.seed()).run(input);
    List<double[][]> exact = FloatReplay.traces(model, 0, chip.spikes());
    double largest =
        exact.stream()
            .flatMap(Arrays::stream)
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .max()
            .orElseThrow();
    double squares = 0;
    long count = 0;
    for (int w = 0; w < exact.size(); w++) {
      for (int i = 0; i < exact.get(w).length; i++) {
        for (int j = 0; j < exact.get(w)[i].length; j++) {
          double difference = chip.traces().get(w).getFirst()[i][j] - exact.get(w)[i][j];
          squares += difference * difference;
          count++;
        }
      }
    }
    double step = image.layers().getFirst().real("weight_lsb");
    return Math.sqrt(squares / count) / (0.01 * largest + step / 2);
  }
}
