package plastron.slayer.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.slayer.Precision;
import plastron.slayer.loss.Loss;
import plastron.slayer.loss.PotentialMeanSquare;
import plastron.slayer.loss.PotentialReadout;
import plastron.slayer.loss.RateMeanSquare;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Episode;
import plastron.slayer.objective.EpisodeJudgement;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.Objective;
import plastron.slayer.objective.Task;
import plastron.slayer.optimise.Optimiser;
import plastron.slayer.optimise.Schedule;
import plastron.slayer.sweep.Observed;
import plastron.slayer.sweep.SweepOptions;

/** An objective of a user's own, over trials of a type of their own and two outputs. */
class OwnObjectiveTest {

  private static final int STEPS = 20;
  private static final ReadoutSteps WINDOW = new ReadoutSteps(10, STEPS);

  /** How many inputs are busy: the integrator is to say it, the spikes to follow in rate. */
  private record Count(Input input, double busy) implements Episode {}

  private static Count draw(RandomGenerator random) {
    int busy = random.nextInt(4);
    SpikeRaster input = new SpikeRaster(STEPS, 3);
    for (int t = 0; t < STEPS; t++) {
      for (int j = 0; j < busy; j++) {
        if (random.nextDouble() < 0.5) {
          input.set(t, j);
        }
      }
    }
    return new Count(Input.of(input), busy);
  }

  /** Terms on the integrators (2) and on the spikes (1). */
  private record Both(boolean comparesEpisodes) implements Objective<Count> {
    @Override
    public List<Measure> measures() {
      return List.of(
          Measure.ERROR,
          new Measure("rate", Measure.Scale.AMOUNT, Measure.Direction.LOWER),
          new Measure("bias", Measure.Scale.NUMBER, Measure.Direction.LOWER));
    }

    @Override
    public EpisodeJudgement judge(Count trial, Observed observed, RandomGenerator random) {
      double[] read = new PotentialReadout.Mean(WINDOW).of(observed.potentials(2));
      double[] rates = WINDOW.rates(observed.spikes(1));
      return EpisodeJudgement.of(
          Math.abs(read[0] - trial.busy()), rates[0], read[0] - trial.busy());
    }

    @Override
    public double[] summary(List<EpisodeJudgement> batch) {
      return new double[] {batch.stream().mapToDouble(j -> j.measures()[2]).average().orElse(0)};
    }

    @Override
    public Loss loss(Count trial, EpisodeJudgement judgement, double[] summary, long iteration) {
      assertThat(summary).hasSize(comparesEpisodes ? 1 : 0);
      return Loss.sum(
          List.of(
              new PotentialMeanSquare(
                      new PotentialReadout.Mean(WINDOW), new double[] {trial.busy()})
                  .on(2, 1),
              new RateMeanSquare(WINDOW, new double[] {trial.busy() / 8, 0.1}).on(1, 0.5)));
    }
  }

  /** The input goes to spiking neurons and to a leaky integrator; neither sends on. */
  private static PlasticModel model() {
    Neuron spiking = new Neuron.Srm(1, new Kernel.Exponential(3), 1);
    Neuron integrator = new Neuron.LeakyIntegrator(Values.of(0.8), Values.of(0));
    return new PlasticModel(
        "fork",
        new PlasticGraph(
            List.of(
                new Population("input", 3, new Neuron.SpikeSource()),
                new Population("spiking", 2, spiking),
                new Population("read", 1, integrator)),
            List.of(projection("spiking", 2), projection("read", 1)),
            List.of(),
            List.of(),
            new Clock(4, new RateEstimator.Boxcar(), 1)),
        Map.of());
  }

  private static PlasticProjection projection(String to, int post) {
    Random random = new Random(3);
    double[][] weights = new double[3][post];
    for (double[] row : weights) {
      for (int i = 0; i < post; i++) {
        row[i] = 0.3 + 0.1 * random.nextGaussian();
      }
    }
    return new PlasticProjection(
        "input-" + to,
        "input",
        to,
        new Kernel.Exponential(3),
        Delivery.TRACE,
        DelayPlace.DENDRITE,
        0,
        Catalogue.find("static").orElseThrow().build(RuleOptions.paper()),
        Map.of(),
        Map.of("W", weights));
  }

  private static TrainingPlan plan(Objective<Count> objective) {
    return new TrainingPlan(
        model(),
        new Task<>(OwnObjectiveTest::draw, objective),
        Optimiser.Kind.ADAM,
        new Schedule.Constant(0.01),
        10,
        10,
        1e4,
        16,
        SweepOptions.with(TinyTask.SURROGATE),
        Precision.FLOAT,
        7);
  }

  @Test
  void itTrainsAndReportsItsMeasuresByName() {
    for (boolean compares : List.of(true, false)) {
      try (Trainer trainer = new Trainer(plan(new Both(compares)), 2)) {
        StepReport first = trainer.step();
        assertThat(first.measures().keySet()).containsExactly("error", "rate", "bias");
        assertThat(first.rates()).as("the integrator has no rate").hasSize(1);
        assertThat(first.outputRates()).isEmpty();
        StepReport last = first;
        for (int k = 0; k < 150; k++) {
          last = trainer.step();
        }
        assertThat(last.measure("error")).isLessThan(first.measure("error") / 2);
        assertThat(Math.abs(last.measure("bias"))).isLessThan(0.3);
        assertThat(last.loss()).isLessThan(first.loss() / 2);
      }
    }
  }

  @Test
  void aJudgementHasAllMeasures() {
    Objective<Count> forgetful =
        new Objective<>() {
          @Override
          public List<Measure> measures() {
            return List.of(Measure.ERROR);
          }

          @Override
          public EpisodeJudgement judge(Count trial, Observed observed, RandomGenerator random) {
            return EpisodeJudgement.of();
          }

          @Override
          public Loss loss(
              Count trial, EpisodeJudgement judgement, double[] summary, long iteration) {
            return Loss.sum(List.of());
          }
        };
    try (Trainer trainer = new Trainer(plan(forgetful), 1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(trainer::step)
          .withMessageContaining("EpisodeJudgement (0 numbers)");
    }
  }
}
