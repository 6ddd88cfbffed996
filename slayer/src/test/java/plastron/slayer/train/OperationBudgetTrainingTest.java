package plastron.slayer.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.loss.OperationBudget;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Objective;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.WithinBudget;
import plastron.slayer.train.TinyTask.Settings;

/** A network that is trained within a budget does with fewer spikes, and still learns its task. */
class OperationBudgetTrainingTest {

  private static final int ITERATIONS = 100;

  private record Trained(double accuracy, double hiddenRate) {}

  private static Trained trained(Objective<Decision> objective) {
    try (Trainer trainer = new Trainer(Settings.usual().withObjective(objective).plan(), 1)) {
      double accuracy = 0;
      double rate = 0;
      for (int k = 0; k < ITERATIONS; k++) {
        StepReport report = trainer.step();
        accuracy += k >= ITERATIONS - 20 ? report.measure("accuracy") / 20 : 0;
        rate += k >= ITERATIONS - 20 ? report.rates()[0] / 20 : 0;
      }
      return new Trained(accuracy, rate);
    }
  }

  @Test
  void spikesBecomeFewerAndTheTaskIsLearned() {
    PlasticModel model = Settings.usual().model();
    Objective<Decision> task = new SpikeClassification(TinyTask.OUTPUT, 4);
    Trained free = trained(task);
    // Inputs alone take about 100 accumulates, every spike of a hidden neuron two more.
    Trained within = trained(new WithinBudget<>(task, new OperationBudget(model.graph(), 120, 3)));
    assertThat(within.hiddenRate()).isLessThan(0.6 * free.hiddenRate());
    assertThat(within.accuracy()).isGreaterThan(0.9);
  }
}
