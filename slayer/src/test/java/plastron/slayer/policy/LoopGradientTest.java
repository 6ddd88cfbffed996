package plastron.slayer.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.random.Seeds;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.Precision;
import plastron.slayer.loss.PolicyLoss;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Chunk;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.Observed;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.SweepState;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;
import plastron.slayer.train.Quantiser;
import plastron.slayer.train.Trainer;
import plastron.slayer.train.TrainingPlan;

/**
 * The gradient of a network in a loop is that of its chunks: here each chunk has a tape and a loss
 * of its own, and gradients are cut by going back over a few of them at a time.
 */
class LoopGradientTest {

  private static final int BATCH = 3;
  private static final long SEED = 21;
  private static final int CHUNK_WINDOWS = 2;

  private final PlasticModel model = SwitchTask.model();
  private final DiscountedReinforce objective = SwitchTask.objective();

  private static SweepOptions options(int truncateWindows) {
    return new SweepOptions(new SlayerExponential(0.4, 0.5), true, TapeLimit.NONE, truncateWindows);
  }

  private TrainingPlan plan(int truncateWindows, Precision precision) {
    double never = Double.POSITIVE_INFINITY;
    return new TrainingPlan(
        model,
        SwitchTask.task(),
        Optimiser.Kind.SGD,
        new Schedule.Constant(1),
        never,
        never,
        never,
        BATCH,
        options(truncateWindows),
        precision,
        symbol -> Bounds.NONE,
        Quantiser.NONE,
        SEED);
  }

  /** An episode that was run in chunks, each on its tape. */
  private record Run(Trajectory trial, List<Tape> tapes) implements Observed {

    @Override
    public SpikeRaster spikes(int population) {
      return SpikeRaster.joined(tapes.stream().map(tape -> tape.spikes(population)).toList());
    }

    @Override
    public double[][] potentials(int population) {
      throw new AssertionError("Nobody reads potentials.");
    }
  }

  private static Run run(Sweep sweep, SplittableRandom random) {
    SweepState state = sweep.state();
    List<Tape> tapes = new ArrayList<>();
    Trajectory trial =
        SwitchTask.episodes()
            .episode(
                random,
                chunk -> {
                  Tape tape = sweep.tape();
                  sweep.forward(tape, state, chunk);
                  tapes.add(tape);
                  return tape;
                });
    return new Run(trial, tapes);
  }

  /**
   * @param piece chunks that go back at a time
   */
  private double[] gradientOfChunks(int piece) {
    Sweep sweep = Precision.DOUBLE.sweep(model, options(Integer.MAX_VALUE));
    List<Run> runs = new ArrayList<>();
    List<EpisodeJudgement> judgements = new ArrayList<>();
    for (int i = 0; i < BATCH; i++) {
      SplittableRandom random = Seeds.generator(SEED, 0, i);
      Run run = run(sweep, random);
      runs.add(run);
      judgements.add(objective.judge(run.trial(), run, random));
    }
    double[] summary = objective.summary(judgements);
    for (int i = 0; i < BATCH; i++) {
      List<Chunk> chunks = new ArrayList<>();
      for (int k = 0; k < runs.get(i).tapes().size(); k++) {
        Tape tape = runs.get(i).tapes().get(k);
        Adjoints adjoints = new Adjoints(model.graph().sizes());
        double advantage = (judgements.get(i).notes()[k] - summary[4 + k]) / summary[0];
        new PolicyLoss(
                new ReadoutSteps(3, tape.steps()),
                5,
                runs.get(i).trial().acts().get(k).action(),
                advantage,
                0.05)
            .on(SwitchTask.OUTPUT, 1 / summary[1])
            .evaluate(tape, adjoints);
        chunks.add(new Chunk(tape, adjoints));
      }
      for (int from = 0; from < chunks.size(); from += piece) {
        sweep.backward(chunks.subList(from, Math.min(from + piece, chunks.size())));
      }
    }
    FlatVector gradient = new FlatVector(new ParameterLayout(model).size());
    sweep.drain(gradient);
    return Arrays.stream(gradient.toArray()).map(g -> g / BATCH).toArray();
  }

  /** What plain descent with step size 1 takes away. */
  private double[] gradientOfTrainer(int truncateWindows) {
    try (Trainer trainer = new Trainer(plan(truncateWindows, Precision.DOUBLE), 2)) {
      double[] before = trainer.state().parameters();
      assertThat(trainer.step().gradientNorm()).isPositive();
      double[] after = trainer.state().parameters();
      double[] gradient = new double[before.length];
      Arrays.setAll(gradient, p -> before[p] - after[p]);
      return gradient;
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, LightSwitch.LONGEST})
  void piecesOfChunksGiveTheGradientThatIsCutThere(int piece) {
    double[] want = gradientOfChunks(piece);
    int windows = piece == LightSwitch.LONGEST ? Integer.MAX_VALUE : piece * CHUNK_WINDOWS;
    double[] got = gradientOfTrainer(windows);
    double largest = Arrays.stream(want).map(Math::abs).max().orElseThrow();
    assertThat(largest).isGreaterThan(1e-3);
    for (int p = 0; p < want.length; p++) {
      assertThat(got[p]).as("parameter %d", p).isCloseTo(want[p], within(1e-10 * largest));
    }
  }

  /** Otherwise the test above could not tell them apart. */
  @Test
  void cutsMatter() {
    double[] whole = gradientOfChunks(LightSwitch.LONGEST);
    double[] cut = gradientOfChunks(1);
    double norm = 0;
    double difference = 0;
    for (int p = 0; p < whole.length; p++) {
      norm += whole[p] * whole[p];
      difference += (whole[p] - cut[p]) * (whole[p] - cut[p]);
    }
    assertThat(Math.sqrt(difference / norm)).isGreaterThan(0.01);
  }

  @Test
  void parametersOfRulesHaveGradients() {
    PlasticModel moved;
    try (Trainer trainer = new Trainer(plan(Integer.MAX_VALUE, Precision.FLOAT), 1)) {
      trainer.step();
      moved = trainer.model();
    }
    for (int p = 0; p < 3; p++) {
      PlasticProjection before = model.graph().projections().get(p);
      PlasticProjection after = moved.graph().projections().get(p);
      for (Symbol symbol : before.rule().symbols(Role.PARAMETER)) {
        double[][] old = before.parameter(symbol.name());
        assertThat(Arrays.deepEquals(after.parameter(symbol.name()), old))
            .as("%s of %s stays", symbol.name(), before.name())
            .isFalse();
      }
    }
  }
}
