package examples;

import java.util.random.RandomGenerator;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.initialise.Normal;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.Task;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.Training;

/** XOR: every bit is one neuron or another that spikes, the answer the output that spikes more. */
public final class Xor {
  private static final int STEPS = 30;
  private static final ReadoutSteps READOUT = new ReadoutSteps(5, STEPS);

  static void main() {
    Neuron neuron = new Neuron.Lif(1, 0.8, 0, Neuron.Reset.HARD, 0);
    PlasticModel model =
        PlasticModel.named("xor")
            .source("in", 4)
            .population("hidden", 20, neuron)
            .population("out", 2, neuron)
            .projection("in", "hidden", p -> p.set("W", new Normal(0.1, 0.3)))
            .projection("hidden", "out", p -> p.set("W", new Normal(0.05, 0.2)))
            .build();
    var objective = new SpikeClassification(model.graph().index("out"), 10);
    try (Trainer trainer = Training.of(model, new Task<>(Xor::draw, objective)).start(2)) {
      while (trainer.iteration() < 60) {
        var report = trainer.step();
        if (report.iteration() % 20 == 0) {
          IO.println("iteration %d: loss %.2f".formatted(report.iteration(), report.loss()));
        }
      }
      for (int bits = 0; bits < 4; bits++) {
        var recording = PlasticRunner.of(trainer.model()).run(spikes(bits));
        double[] rates = READOUT.rates(recording.spikes().getLast());
        IO.println("%d xor %d is %d".formatted(bits / 2, bits % 2, rates[1] > rates[0] ? 1 : 0));
      }
    }
  }

  private static Decision draw(RandomGenerator random) {
    int bits = random.nextInt(4);
    return new Decision(spikes(bits), READOUT, bits / 2 ^ bits % 2);
  }

  private static SpikeRaster spikes(int bits) {
    SpikeRaster spikes = new SpikeRaster(STEPS, 4);
    for (int t = 0; t < STEPS; t += 3) {
      spikes.set(t, bits / 2);
      spikes.set(t, 2 + bits % 2);
    }
    return spikes;
  }
}
