package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import plastron.core.network.Neuron;
import plastron.core.network.Values;
import plastron.core.run.Input;
import plastron.core.run.Recording;
import plastron.core.run.Signal;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rate.kind.DenseLayers;
import plastron.plasticity.rate.kind.Gru;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.plasticity.rule.SignalDrive;
import plastron.plasticity.run.PlasticRunner;
import plastron.slayer.Precision;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** Rate blocks in a network: what they do to it, and what it does to their gradients. */
class ModuleSweepTest {

  private static final int WINDOW = 5;
  private static final int STEPS = 43;

  private static ModelBuilder readOut() {
    return PlasticModel.named("read-out")
        .source("in", 4)
        .population("out", 3, new Neuron.LeakyIntegrator(Values.of(0.9), Values.of(0.1)))
        .updateEvery(WINDOW)
        .seed(3);
  }

  /** Nothing in it spikes of itself, so that its gradient is that of a smooth function. */
  private static PlasticModel smooth() {
    // Two pathways for what the first module gives, and one module that reads another.
    return readOut()
        .module("ahead", new Gru(6, 4), m -> m.rates("in").signal("reward", 2))
        .module(
            "dopamine",
            new DenseLayers(4, List.of(new DenseLayers.Layer(1, Activation.TANH))),
            m -> m.module("ahead"))
        .module(
            "current",
            new DenseLayers(8, List.of(new DenseLayers.Layer(3, Activation.TANH))),
            m -> m.module("ahead").rates("in"))
        .projection(
            "in",
            "out",
            p -> p.rule(decaying()).source("M", "dopamine").set("alpha", 0.6).set("eta", 0.5))
        .drive(
            "out",
            Drive.Target.BIAS,
            d -> d.rule(SignalDrive.rule()).source(SignalDrive.SIGNAL, "current"))
        .build();
  }

  /** {@code E' = E + eta (M x - E)}, which reads nothing of the neurons that it leads to. */
  private static PlasticityRule decaying() {
    RuleBuilder rule = PlasticityRule.named("decaying");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol m = rule.external("M", Axis.GLOBAL, "M");
    Symbol w = rule.parameter("W", Axis.SYNAPSE);
    Symbol alpha = rule.parameter("alpha", Axis.SYNAPSE);
    Symbol eta = rule.parameter("eta", Axis.GLOBAL);
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    return rule.update(
            e, Expr.sum(Expr.ref(e), Expr.product(eta, m, x), Expr.neg(Expr.product(eta, e))))
        .weight(Expr.sum(Expr.ref(w), Expr.product(alpha, e)));
  }

  private static Input input(long seed) {
    Random random = new Random(seed);
    SpikeRaster spikes = new SpikeRaster(STEPS, 4);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 4; i++) {
        if (random.nextInt(3) == 0) {
          spikes.set(t, i);
        }
      }
    }
    double[][] rewards = new double[STEPS / WINDOW][2];
    for (double[] row : rewards) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    return new Input(List.of(spikes), Map.of("reward", Signal.perNeuron(rewards)));
  }

  private static SweepOptions options(int truncate) {
    return new SweepOptions(new SlayerExponential(1, 1), true, TapeLimit.NONE, truncate);
  }

  private static FlatVector gradient(PlasticModel model, Adjoints adjoints, Input input) {
    Sweep sweep = Precision.DOUBLE.sweep(model, options(Integer.MAX_VALUE));
    Tape tape = sweep.tape();
    sweep.forward(tape, input);
    sweep.backward(tape, adjoints);
    FlatVector gradient = new FlatVector(new ParameterLayout(model).size());
    sweep.drain(gradient);
    return gradient;
  }

  /** What adjoints of random weights are the derivatives of. */
  private static double loss(PlasticModel model, Adjoints weights, Input input) {
    Sweep sweep = Precision.DOUBLE.sweep(model, options(Integer.MAX_VALUE));
    Tape tape = sweep.tape();
    sweep.forward(tape, input);
    double sum = 0;
    double[][] u = tape.potentials(1);
    for (int t = 0; t < u.length; t++) {
      for (int i = 0; i < u[t].length; i++) {
        sum += weights.of(1).get(t, i) * u[t][i];
      }
    }
    for (int m = 0; m < model.graph().modules().size(); m++) {
      double[][] given = tape.outputs(m);
      for (int w = 0; w < given.length; w++) {
        for (int i = 0; i < given[w].length; i++) {
          sum += weights.ofModule(m).get(w, i) * given[w][i];
        }
      }
    }
    return sum;
  }

  private static Adjoints weights(PlasticModel model, long seed) {
    Random random = new Random(seed);
    Adjoints weights = new Adjoints(model.graph());
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 3; i++) {
        weights.of(1).add(t, i, random.nextGaussian());
      }
    }
    for (int m = 0; m < model.graph().modules().size(); m++) {
      for (int w = 0; w < STEPS / WINDOW; w++) {
        for (int i = 0; i < model.graph().modules().get(m).width(); i++) {
          weights.ofModule(m).add(w, i, random.nextGaussian());
        }
      }
    }
    return weights;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gradientsAreCentralDifferences(long seed) {
    PlasticModel model = smooth();
    Input input = input(seed);
    Adjoints weights = weights(model, seed);
    ParameterLayout layout = new ParameterLayout(model);
    FlatVector at = layout.flatten(model);
    FlatVector gradient = gradient(model, weights, input);
    double h = 1e-5;
    for (int i = 0; i < at.size(); i++) {
      double value = at.get(i);
      at.set(i, value + h);
      double above = loss(layout.unflatten(at, model), weights, input);
      at.set(i, value - h);
      double below = loss(layout.unflatten(at, model), weights, input);
      at.set(i, value);
      assertThat(gradient.get(i))
          .as("parameter %d of %d", i, at.size())
          .isCloseTo((above - below) / (2 * h), within(1e-6 * Math.max(1, Math.abs(above))));
    }
    assertThat(Arrays.stream(gradient.toArray()).filter(g -> g != 0).count())
        .isGreaterThan(at.size() * 9L / 10);
  }

  @Test
  void theRunnerGivesTheSame() {
    PlasticModel model = smooth();
    Sweep sweep = Precision.DOUBLE.sweep(model, options(Integer.MAX_VALUE));
    Tape tape = sweep.tape();
    sweep.forward(tape, input(1));
    PlasticRunner runner = PlasticRunner.of(model);
    Recording whole = runner.run(input(1));
    for (int m = 0; m < model.graph().modules().size(); m++) {
      double[][] want = tape.outputs(m);
      String name = model.graph().modules().get(m).name();
      float[][] got = Objects.requireNonNull(whole.outputs().get(name));
      assertThat(got).hasDimensions(STEPS / WINDOW, want[0].length);
      for (int w = 0; w < want.length; w++) {
        for (int i = 0; i < want[w].length; i++) {
          assertThat((double) got[w][i]).isCloseTo(want[w][i], within(1e-5));
        }
      }
    }
    double[][] u = tape.potentials(1);
    float[][] ran = Objects.requireNonNull(whole.potentials().get("out"));
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 3; i++) {
        assertThat((double) ran[t][i]).isCloseTo(u[t][i], within(1e-4));
      }
    }
    runner.reset();
    Recording again = runner.run(input(1));
    assertThat(again.outputs().get("ahead")).isDeepEqualTo(whole.outputs().get("ahead"));
  }
}
