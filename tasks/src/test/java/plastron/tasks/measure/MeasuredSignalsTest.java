package plastron.tasks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
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
import plastron.core.random.Seeds;
import plastron.core.run.Input;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.Precision;
import plastron.slayer.loss.ReadoutSteps;
import plastron.slayer.objective.Decision;
import plastron.slayer.objective.Measure;
import plastron.slayer.objective.SpikeClassification;
import plastron.slayer.objective.Task;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.tasks.design.Judge;
import plastron.tasks.design.TaskDesign;
import plastron.tasks.design.TaskNetwork;
import plastron.tasks.progress.Bar;

/** Trials are measured with their signals: what training sees is what an evaluation sees. */
class MeasuredSignalsTest {

  private static final int STEPS = 80;
  private static final int INTERVAL = 8;
  private static final int TRIALS = 6;

  /** Input, hidden neurons whose synapses learn by a signal from outside, output. */
  private static final PlasticModel MODEL = model();

  /**
   * A task whose network reads a signal.
   *
   * @param level of the signal
   * @param network what is to solve it
   */
  private record Rewarded(double level, TaskNetwork network) implements TaskDesign<Decision> {

    private Decision episode(RandomGenerator random) {
      SpikeRaster spikes = new SpikeRaster(STEPS, 5);
      for (int t = 0; t < STEPS; t++) {
        for (int i = 0; i < 5; i++) {
          if (random.nextDouble() < 0.3) {
            spikes.set(t, i);
          }
        }
      }
      double[] values = new double[STEPS / INTERVAL];
      Arrays.fill(values, level);
      Input input = new Input(List.of(spikes), Map.of("reward", Signal.of(values)));
      return new Decision(input, new ReadoutSteps(0, STEPS), 0);
    }

    @Override
    public Task<Decision> task() {
      return new Task<>(this::episode, new SpikeClassification(2, 1));
    }

    @Override
    public int longestSteps() {
      return STEPS;
    }

    @Override
    public PlasticGraph graph() {
      return network.graph();
    }

    @Override
    public TaskDesign<Decision> on(TaskNetwork other) {
      return new Rewarded(level, other);
    }

    @Override
    public PlasticModel initial() {
      return network.initial();
    }

    @Override
    public List<Judge<Decision>> judges() {
      Measure spikes = new Measure("spikes", Measure.Scale.AMOUNT, Measure.Direction.LOWER);
      return List.of(
          new Judge<>(
              "spikes",
              spikes,
              "of the hidden neurons",
              (trial, observed, random) -> observed.spikes(1).count(0, STEPS)));
    }
  }

  private static PlasticModel model() {
    Neuron neuron = new Neuron.Srm(1, new Kernel.Exponential(3), 1);
    RuleOptions options =
        RuleOptions.paper().clippedAt(2).modulatedBy(new ModulatorSource.ExternalScalar());
    PlasticityRule learning = Catalogue.find("ndp-linear").orElseThrow().build(options);
    PlasticityRule fixed = Catalogue.find("static").orElseThrow().build(RuleOptions.paper());
    return new PlasticModel(
        "rewarded",
        new PlasticGraph(
            List.of(
                new Population("input", 5, new Neuron.SpikeSource()),
                new Population("hidden", 3, neuron),
                new Population("output", 2, neuron)),
            List.of(
                projection("input", "hidden", learning, Map.of("M", "reward"), 5, 3),
                projection("hidden", "output", fixed, Map.of(), 3, 2)),
            List.of(),
            List.of(),
            new Clock(INTERVAL, new RateEstimator.Boxcar(), 1)),
        Map.of());
  }

  private static PlasticProjection projection(
      String from, String to, PlasticityRule rule, Map<String, String> sources, int pre, int post) {
    return new PlasticProjection(
        from + "-" + to,
        from,
        to,
        new Kernel.Exponential(3),
        Delivery.TRACE,
        DelayPlace.DENDRITE,
        0,
        rule,
        sources,
        parameters(rule, pre, post));
  }

  private static Map<String, double[][]> parameters(PlasticityRule rule, int pre, int post) {
    Random random = new Random(5);
    Map<String, double[][]> parameters = new LinkedHashMap<>();
    for (Symbol symbol : rule.symbols(Role.PARAMETER)) {
      boolean global = symbol.axis() == Axis.GLOBAL;
      double[][] values = new double[global ? 1 : pre][global ? 1 : post];
      for (double[] row : values) {
        Arrays.setAll(row, i -> global ? 0.3 : 0.2 + 0.3 * random.nextDouble());
      }
      parameters.put(symbol.name(), values);
    }
    return parameters;
  }

  private static double measured(double level) {
    Trials trials = new Trials(new Rewarded(level, TaskNetwork.of(MODEL)), 3, -4, TRIALS);
    Bar bar = new Bar(new PrintWriter(Writer.nullWriter()), "Trials", TRIALS);
    Measurement measurement = Measurement.of(trials, EpisodeRunners.of(MODEL), 1, bar);
    double spikes = TRIALS * measurement.first().mean();
    assertThat(measurement.hiddenRate()).isCloseTo(spikes / (TRIALS * STEPS * 3.0), within(1e-12));
    return spikes;
  }

  /** Spikes of the hidden neurons in the sweeps of training. */
  private static double swept(double level) {
    Sweep sweep = Precision.FLOAT.sweep(MODEL, SweepOptions.with(new SlayerExponential(0.4, 0.5)));
    Tape tape = sweep.tape();
    double spikes = 0;
    for (int i = 0; i < TRIALS; i++) {
      sweep.forward(
          tape,
          new Rewarded(level, TaskNetwork.of(MODEL)).episode(Seeds.generator(3, -4, i)).input());
      spikes += tape.spikes(1).count(0, STEPS);
    }
    return spikes;
  }

  @Test
  void signalsReachTheRunnerAsTheyReachTheSweep() {
    for (double level : new double[] {0, 1, -2}) {
      assertThat(measured(level)).as("signal %s", level).isEqualTo(swept(level));
    }
    assertThat(measured(-2)).isLessThan(measured(0) * 0.9);
    assertThat(measured(1)).isGreaterThan(measured(0) * 1.1);
  }
}
