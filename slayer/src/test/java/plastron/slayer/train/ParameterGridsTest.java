package plastron.slayer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import plastron.plasticity.expr.Grid;
import plastron.plasticity.expr.Grid.Rounding;
import plastron.plasticity.model.PlasticModel;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.StateGrid;
import plastron.slayer.train.TinyTask.Settings;

class ParameterGridsTest {

  private static final int EVERY = 3;

  /** Steps that follow the largest weight, as those of a chip do. */
  private record Following(double steps) implements Quantiser {
    @Override
    public boolean isDue(long iteration) {
      return iteration % EVERY == 0;
    }

    @Override
    public ParameterGrids grids(PlasticModel model) {
      ParameterLayout layout = new ParameterLayout(model);
      List<Grid> grids =
          layout.rules().stream()
              .map(
                  slot -> {
                    double largest = 0;
                    for (double[] row : layout.matrix(slot, layout.flatten(model))) {
                      for (double value : row) {
                        largest = Math.max(largest, Math.abs(value));
                      }
                    }
                    return new Grid(largest / steps, -largest, largest, Rounding.NEAREST);
                  })
              .toList();
      Grid atRandom = Grid.of(0.05, Rounding.RANDOM);
      List<StateGrid> states =
          IntStream.range(0, model.graph().sites().size())
              .mapToObj(site -> new StateGrid(site, "E", "alpha", atRandom))
              .toList();
      return new ParameterGrids(grids, states, List.of());
    }
  }

  /** Always the same. */
  private record Given(Grid grid) implements Quantiser {
    @Override
    public boolean isDue(long iteration) {
      return iteration == 0;
    }

    @Override
    public ParameterGrids grids(PlasticModel model) {
      int slots = new ParameterLayout(model).rules().size();
      return new ParameterGrids(Collections.nCopies(slots, grid), List.of(), List.of());
    }
  }

  /** Chosen once. */
  private record Chosen(ParameterGrids chosen) implements Quantiser {
    @Override
    public boolean isDue(long iteration) {
      return iteration == 0;
    }

    @Override
    public ParameterGrids grids(PlasticModel model) {
      return chosen;
    }
  }

  private static TrainingPlan plan(PlasticModel model, Quantiser quantiser, Optimiser.Kind kind) {
    TrainingPlan usual = Settings.usual().plan();
    return Training.of(model, usual.task())
        .optimiser(kind)
        .learningRate(new Schedule.Constant(0.02))
        .batch(6)
        .sweep(usual.sweep())
        .rounded(quantiser)
        .seed(42)
        .plan();
  }

  private static TrainerState after(TrainingPlan plan, int threads, int iterations) {
    try (Trainer trainer = new Trainer(plan, threads)) {
      return on(trainer, iterations);
    }
  }

  private static TrainerState on(Trainer trainer, int iterations) {
    for (int k = 0; k < iterations; k++) {
      trainer.step();
    }
    return trainer.state();
  }

  @Test
  void realNumbersMoveByTheGradientOfRoundedOnes() {
    PlasticModel model = TinyTask.model("ndp-oja");
    ParameterGrids grids = new Following(7).grids(model);
    Quantiser coarse = new Chosen(new ParameterGrids(grids.slots(), List.of(), List.of()));
    PlasticModel rounded = grids.round(model);
    ParameterLayout layout = new ParameterLayout(model);
    double[] real = layout.flatten(model).toArray();
    double[] held = layout.flatten(rounded).toArray();
    assertThat(held).isNotEqualTo(real);
    double[] fromReal = after(plan(model, coarse, Optimiser.Kind.SGD), 1, 1).parameters();
    double[] fromHeld = after(plan(rounded, Quantiser.NONE, Optimiser.Kind.SGD), 1, 1).parameters();
    boolean moved = false;
    for (ParameterLayout.RuleSlot slot : layout.rules()) {
      for (int i = slot.offset(); i < slot.offset() + slot.size(); i++) {
        if (!slot.symbol().bounds().areFinite()) {
          assertThat(fromReal[i] - real[i]).isCloseTo(fromHeld[i] - held[i], within(1e-12));
          moved |= fromReal[i] != real[i];
        }
      }
    }
    assertThat(moved).isTrue();
  }

  @Test
  void whatLiesBeyondItsGridStays() {
    PlasticModel model = TinyTask.model("static");
    double[] before = new ParameterLayout(model).flatten(model).toArray();
    double most = 0.8 * Arrays.stream(before).map(Math::abs).max().orElseThrow();
    Grid grid = new Grid(most / 100, -most, most, Rounding.NEAREST);
    double[] after = after(plan(model, new Given(grid), Optimiser.Kind.SGD), 1, 1).parameters();
    int within = 0;
    int beyond = 0;
    for (int i = 0; i < before.length; i++) {
      if (grid.passes(before[i])) {
        within += after[i] == before[i] ? 0 : 1;
      } else {
        assertThat(after[i]).isEqualTo(before[i]);
        beyond++;
      }
    }
    assertThat(within).isPositive();
    assertThat(beyond).isPositive();
  }

  @Test
  void neitherThreadsNorAnInterruptionChangeABit() {
    TrainingPlan plan = plan(TinyTask.model("ndp-oja"), new Following(7), Optimiser.Kind.ADAM);
    TrainerState whole = after(plan, 1, 8);
    assertThat(after(plan, 3, 8)).usingRecursiveComparison().isEqualTo(whole);
    for (int cut : new int[] {2, 3, 5}) {
      TrainerState half = after(plan, 2, cut);
      assertThat(half.grids()).isNotEmpty();
      try (Trainer trainer = Trainer.resume(plan, half, 2)) {
        assertThat(on(trainer, 8 - cut)).usingRecursiveComparison().isEqualTo(whole);
      }
    }
  }

  @Test
  void gridsThatHoldEverythingChangeNoBit() {
    PlasticModel model = TinyTask.model("ndp-oja");
    TrainerState exact = after(plan(model, Quantiser.NONE, Optimiser.Kind.ADAM), 1, 4);
    TrainerState held = after(plan(model, new Given(Grid.EXACT), Optimiser.Kind.ADAM), 1, 4);
    assertThat(held.parameters()).isEqualTo(exact.parameters());
    assertThat(exact.grids()).isEmpty();
  }

  @Test
  void gridsOfAnotherModelAreRefused() {
    TrainingPlan plan = plan(TinyTask.model("static"), Quantiser.NONE, Optimiser.Kind.SGD);
    TrainerState state = after(plan, 1, 1);
    List<Grid> grids = Collections.nCopies(99, Grid.EXACT);
    TrainerState other =
        new TrainerState(
            state.iteration(), state.parameters(), state.optimiser(), grids, List.of());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Trainer.resume(plan, other, 1))
        .withMessageContaining("Grids (99)");
    Grid grid = Grid.of(1, Rounding.NEAREST);
    for (StateGrid none :
        List.of(
            new StateGrid(9, "E", "", grid),
            new StateGrid(0, "W", "", grid),
            new StateGrid(0, "E", "alpha", grid))) {
      TrainerState foreign =
          new TrainerState(
              state.iteration(), state.parameters(), state.optimiser(), List.of(), List.of(none));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Trainer.resume(plan, foreign, 1))
          .withMessageContaining("must be that of a state of the model, or of a rate");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new ParameterGrids(List.of(Grid.of(1, Rounding.RANDOM)), List.of(), List.of()))
        .withMessageContaining("must not round at random");
  }
}
