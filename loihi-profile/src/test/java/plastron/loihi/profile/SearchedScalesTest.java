package plastron.loihi.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.profile.ChipProfile;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;

/** Of all ways to choose scales the compiler takes one that is best on inputs of the same kind. */
class SearchedScalesTest {

  private static final int WAYS = 24;

  /** Left above the best of fresh inputs by a choice that was made on others. */
  private static final double LUCK = 1.15;

  /** The chip with one of the ways alone. */
  private static ChipProfile<?, ?> only(int way) {
    Loihi2 chip = new Loihi2();
    return (ChipProfile<?, ?>)
        Proxy.newProxyInstance(
            SearchedScalesTest.class.getClassLoader(),
            new Class<?>[] {ChipProfile.class},
            (proxy, method, arguments) -> {
              Object[] given = arguments == null ? new Object[0] : arguments.clone();
              if (method.getName().equals("scaleChoices")) {
                return List.of();
              }
              if (method.getName().equals("chooseScales") && given.length == 3) {
                given[1] = List.of(way / 6, way / 3 % 2, 0, way % 3);
              }
              return method.invoke(chip, given);
            });
  }

  private static double error(
      ChipProfile<?, ?> chip, PlasticModel model, List<SpikeRaster> examples) {
    ChipImage image =
        ExportPipeline.to(chip).run(model, Input.each(examples), ExportOptions.DEFAULT);
    List<SpikeRaster> fresh = DrawnModels.inputs(4, 1200, 12, 2);
    return Agreement.of(
            PlasticRunner.of(model).withTraces(true), chip.emulator(image, true, 7), fresh)
        .traceError();
  }

  /** Windows of 24 steps have epochs of three. */
  @ParameterizedTest
  @ValueSource(strings = {"dp-linear", "dp-bcm"})
  void theChosenWayIsAboutTheBest(String rule) {
    PlasticModel model = DrawnModels.model(rule, 24, 0.125, 5, 12, 8);
    List<SpikeRaster> examples = DrawnModels.inputs(12, 960, 12, 1);
    double best = Double.POSITIVE_INFINITY;
    double worst = 0;
    for (int way = 0; way < WAYS; way++) {
      double error = error(only(way), model, examples);
      best = Math.min(best, error);
      worst = Math.max(worst, error);
    }
    double chosen = error(new Loihi2(), model, examples);
    assertThat(chosen).isLessThan(LUCK * best);
    assertThat(worst).isGreaterThan(LUCK * best);
  }
}
