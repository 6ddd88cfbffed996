package plastron.spinnaker.profile;

import java.util.List;
import plastron.core.run.Runner;
import plastron.core.spikes.SpikeRaster;
import plastron.export.image.ChipImage;
import plastron.export.pipeline.ExportPipeline;
import plastron.export.stage.ExportOptions;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/**
 * Time of 1000 episodes of the cue task's network, 40-64-2 with 440 steps, on one thread. Run its
 * main method.
 */
final class EmulatorBenchmark {

  private EmulatorBenchmark() {}

  public static void main(String[] arguments) {
    SpinnakerProfile profile = new SpinnakerProfile();
    for (String rule :
        List.of("static", "dp-linear", "dp-oja", "dp-oja-local", "ndp-bcm", "dp-oja-classic")) {
      for (RateEstimator rates :
          List.of(new RateEstimator.Boxcar(), RateEstimator.ExponentialTrace.matching(8))) {
        PlasticModel model = SmallModels.of(rule, rates, 0.7, 1, 40, 64, 2);
        SpikeRaster input = SmallModels.input(2, 440, 40);
        ChipImage image =
            ExportPipeline.to(profile).run(model, List.of(input), ExportOptions.DEFAULT).image();
        Runner runner = profile.emulator(image, true, 1);
        for (int repeat = 0; repeat < 2; repeat++) {
          long start = System.nanoTime();
          long spikes = 0;
          for (int episode = 0; episode < 1000; episode++) {
            runner.reset();
            spikes += runner.run(input).spikes().get(1).count(0, 440);
          }
          System.out.printf(
              "%s, %s: %.2f s for 1000 episodes, %d hidden spikes each%n",
              rule, rates, (System.nanoTime() - start) * 1e-9, spikes / 1000);
        }
      }
    }
  }
}
