package plastron.plasticity.run;

import java.util.List;
import java.util.Random;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;

/** Time of 1000 episodes of the cue task's network, 40-64-2 with 440 steps. Run its main method. */
final class PlasticRunnerBenchmark {

  private PlasticRunnerBenchmark() {}

  public static void main(String[] arguments) {
    for (String rule : List.of("static", "dp-oja", "ndp-bcm")) {
      PlasticModel model = RandomModel.of(new Random(1), List.of(rule), 40, 64, 2);
      SpikeRaster input = RandomModel.input(new Random(2), 440, 40, 0.03);
      PlasticRunner runner = PlasticRunner.of(model);
      for (int repeat = 0; repeat < 3; repeat++) {
        long start = System.nanoTime();
        long spikes = 0;
        for (int episode = 0; episode < 1000; episode++) {
          runner.reset();
          spikes += runner.run(input).spikes().get(1).count(0, 440);
        }
        System.out.printf(
            "%s: %.2f s for 1000 episodes, %d hidden spikes each%n",
            rule, (System.nanoTime() - start) * 1e-9, spikes / 1000);
      }
    }
  }
}
