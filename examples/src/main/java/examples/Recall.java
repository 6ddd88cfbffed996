package examples;

import java.util.random.RandomGenerator;
import plastron.core.network.Neuron;
import plastron.core.random.Seeds;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Course;
import plastron.slayer.objective.ModuleRegression;
import plastron.slayer.objective.Task;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.Training;

/** Spiking neurons see a cue, gated rate units beside them remember it: trained as one. */
public final class Recall {
  private static final int WINDOW = 8;
  private static final int LAST = 9;

  static void main() {
    PlasticModel model =
        PlasticModel.named("recall")
            .source("in", 2)
            .population("hidden", 10, new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0))
            .projection("in", "hidden")
            .module("memory", new Gru(10, 1), m -> m.rates("hidden"))
            .updateEvery(WINDOW)
            .build();
    var task = new Task<>(Recall::draw, new ModuleRegression(0));
    try (Trainer trainer = Training.of(model, task).learningRate(0.03).start(2)) {
      while (trainer.iteration() < 200) {
        trainer.step();
      }
      IO.println("%d of 200, then %d".formatted(right(model), right(trainer.model())));
    }
  }

  private static Course draw(RandomGenerator random) {
    int side = random.nextInt(2);
    SpikeRaster spikes = new SpikeRaster(WINDOW * (LAST + 1), 2);
    for (int t = 0; t < spikes.steps(); t++) {
      spikes.set(t, t < WINDOW ? side : random.nextInt(2));
    }
    double[][] wanted = new double[LAST + 1][1];
    wanted[LAST][0] = side == 0 ? -0.8 : 0.8;
    return new Course(spikes, new ReadoutSteps(LAST, LAST + 1), wanted);
  }

  private static int right(PlasticModel model) {
    int right = 0;
    for (int i = 0; i < 200; i++) {
      Course trial = draw(Seeds.generator(1, -1, i));
      float[][] given = PlasticRunner.of(model).run(trial.input()).outputs().get("memory");
      right += given[LAST][0] * trial.target()[LAST][0] > 0 ? 1 : 0;
    }
    return right;
  }
}
