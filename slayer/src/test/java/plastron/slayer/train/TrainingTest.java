package plastron.slayer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.Precision;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;

class TrainingTest {

  private static Training training() {
    return Training.of(
        TinyTask.model("dp-oja"),
        new Task<>(new TinyTask(), new SpikeClassification(TinyTask.OUTPUT, 4)));
  }

  @Test
  void whatIsNotSaidIsAsDocumented() {
    TrainingPlan plan = training().plan();
    assertThat(plan.optimiser()).isEqualTo(Optimiser.Kind.ADAM);
    assertThat(plan.learningRate()).isEqualTo(new Schedule.Constant(0.01));
    assertThat(plan.batch()).isEqualTo(16);
    assertThat(plan.clipNorm()).isEqualTo(1);
    assertThat(plan.precision()).isEqualTo(Precision.FLOAT);
    assertThat(plan.seed()).isZero();
  }

  @Test
  void whatIsSaidIsInThePlan() {
    Bounds narrow = new Bounds(0.1, 0.2);
    TrainingPlan plan =
        training()
            .optimiser(Optimiser.Kind.SGD)
            .learningRate(0.5)
            .batch(3)
            .precision(Precision.DOUBLE)
            .within(symbol -> narrow)
            .seed(7)
            .plan();
    assertThat(plan.optimiser()).isEqualTo(Optimiser.Kind.SGD);
    assertThat(plan.learningRate()).isEqualTo(new Schedule.Constant(0.5));
    assertThat(plan.batch()).isEqualTo(3);
    assertThat(plan.precision()).isEqualTo(Precision.DOUBLE);
    assertThat(plan.seed()).isEqualTo(7);
    try (Trainer trainer = new Trainer(plan, 1)) {
      trainer.step();
      PlasticModel model = trainer.model();
      assertThat(model.graph().projections().getFirst().parameter("eta")[0][0]).isBetween(0.1, 0.2);
    }
  }

  @Test
  void badNumbersAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> training().learningRate(-1))
        .withMessage("Schedule (-1.0) must be a finite number of at least 0.");
    assertThatIllegalArgumentException().isThrownBy(() -> training().batch(0).plan());
  }
}
