package plastron.export.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import plastron.core.spikes.SpikeRaster;
import plastron.export.contract.FormRule;
import plastron.export.contract.FormRule.Decay;
import plastron.export.contract.FormRule.Post;
import plastron.export.contract.FormRule.Pre;
import plastron.export.contract.FormRule.Prediction;
import plastron.export.kit.ExactRule;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.RateEstimator;

/** One synapse with {@code E' = (1 - eta.y.y) E + ...}, whose post neuron fires as it is told. */
class AmplificationTest {

  private static final int INTERVAL = 4;
  private static final double REFERENCE_RATE = 0.5;

  @Test
  void aRuleThatForgetsAmplifiesNothing() {
    assertThat(amplification(0.25, 2, 2, 2)).isLessThanOrEqualTo(1);
  }

  @Test
  void everyBusyWindowMultiplies() {
    // A rate of 2 and eta 1: 1 - 4.
    assertThat(amplification(1, 4, 4)).isCloseTo(9, within(1e-9));
  }

  @Test
  void whatWasForgottenBeforeDoesNotHideIt() {
    assertThat(amplification(1, 2, 2, 2, 4, 4, 2)).isCloseTo(9, within(1e-9));
  }

  @Test
  void busierRatesAmplifyMore() {
    ComputedRule rule = rule(0.5);
    assertThat(over(rule, 4)).isCloseTo(1, within(1e-9));
    assertThat(over(rule.busier(1.25), 4)).isCloseTo(2.125, within(1e-9));
  }

  @Test
  void aRuleThatMovesNoWeightHasNone() {
    assertThat(over(rule(1, 0), 4, 4)).isZero();
  }

  private static double amplification(double eta, int... counts) {
    return over(rule(eta), counts);
  }

  private static double over(ComputedRule rule, int... counts) {
    int steps = counts.length * INTERVAL;
    SpikeRaster pre = new SpikeRaster(steps, 1);
    SpikeRaster post = new SpikeRaster(steps, 1);
    for (int window = 0; window < counts.length; window++) {
      for (int s = 0; s < counts[window]; s++) {
        post.set(window * INTERVAL + s, 0);
      }
    }
    return new Amplification(run(rule, pre, post), run(rule, pre, post), new SplittableRandom(1))
        .over(steps, INTERVAL);
  }

  private static RuleRun run(ComputedRule rule, SpikeRaster pre, SpikeRaster post) {
    return new RuleRun(
        rule, List.of(pre, post), 0, 1, -1, List.of(), new SplittableRandom(2), Holding.FREE);
  }

  private static ComputedRule rule(double eta) {
    return rule(eta, 1);
  }

  private static ComputedRule rule(double eta, double alpha) {
    FormRule form = new FormRule(Post.RATE, Pre.RATE, Decay.POST_SQUARE, Prediction.NONE, false);
    return ExactRule.of(
        RuleDerivation.of(form.build(RuleOptions.paper())),
        Map.of(
            "speed", new double[][] {{eta}},
            "gain", new double[][] {{alpha}},
            "fixed", new double[][] {{0}}),
        new RateEstimator.Boxcar(),
        REFERENCE_RATE,
        INTERVAL);
  }
}
