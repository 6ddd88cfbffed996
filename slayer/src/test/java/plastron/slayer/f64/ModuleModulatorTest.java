package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import plastron.core.network.Neuron;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.ModulatorSource;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rate.kind.DenseLayers;
import plastron.plasticity.rate.program.Activation;
import plastron.plasticity.rule.PlasticityRule;
import plastron.slayer.Precision;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;
import plastron.slayer.sweep.TapeLimit;

/** What a rule computes of rates itself, and what a module computes for it, are the same. */
class ModuleModulatorTest {

  private static final int WINDOW = 5;
  private static final int STEPS = 43;
  private static final SweepOptions OPTIONS =
      new SweepOptions(new SlayerExponential(1, 1), true, TapeLimit.NONE, Integer.MAX_VALUE);

  private static PlasticityRule rule(ModulatorSource modulator) {
    return Catalogue.find("ndp-oja")
        .orElseThrow()
        .build(RuleOptions.paper().clippedAt(5).modulatedBy(modulator));
  }

  private static Input input() {
    Random random = new Random(4);
    SpikeRaster spikes = new SpikeRaster(STEPS, 4);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 4; i++) {
        if (random.nextInt(3) == 0) {
          spikes.set(t, i);
        }
      }
    }
    return Input.of(spikes);
  }

  /** A module that multiplies rates by a matrix is the matrix that a rule multiplies them by. */
  @Test
  void aLinearModuleIsTheModulatorOfTheRule() {
    double[][] matrix = {{0.4, -0.3}, {0.2, 0.7}, {-0.5, 0.1}};
    UnaryOperator<ModelBuilder> common =
        b ->
            b.population("hidden", 2, new Neuron.Lif(1, 0.7, 0.2, Neuron.Reset.HARD, 0))
                .projection("in", "hidden", p -> p.set("W", 0.4));
    PlasticModel byRule =
        common
            .apply(spiking())
            .projection(
                "in",
                "out",
                p ->
                    p.rule(rule(new ModulatorSource.Layer(0)))
                        .source("m", "hidden")
                        .set("W_m", turned(matrix))
                        .set("alpha", 0.5)
                        .set("eta", 0.3))
            .build();
    PlasticModel byModule =
        common
            .apply(spiking())
            .module(
                "M",
                new DenseLayers(2, List.of(new DenseLayers.Layer(3, Activation.LINEAR))),
                m -> m.rates("hidden").set("W0", matrix).set("b0", 0))
            .projection(
                "in",
                "out",
                p ->
                    p.rule(rule(new ModulatorSource.ExternalVector()))
                        .source("M", "M")
                        .set("alpha", 0.5)
                        .set("eta", 0.3))
            .build();
    Input input = input();
    Sweep one = Precision.DOUBLE.sweep(byRule, OPTIONS);
    Sweep other = Precision.DOUBLE.sweep(byModule, OPTIONS);
    double[] want = hiddenGradient(one, byRule, input);
    double[] got = hiddenGradient(other, byModule, input);
    assertThat(Arrays.stream(want).map(Math::abs).max().orElseThrow()).isGreaterThan(1e-3);
    assertThat(got).containsExactly(want, within(1e-10));
  }

  private static ModelBuilder spiking() {
    return PlasticModel.named("spiking")
        .source("in", 4)
        .population("out", 3, new Neuron.Lif(1, 0.8, 0.1, Neuron.Reset.HARD, 0))
        .updateEvery(WINDOW)
        .seed(3);
  }

  private static double[][] turned(double[][] matrix) {
    double[][] turned = new double[matrix[0].length][matrix.length];
    for (int r = 0; r < matrix.length; r++) {
      for (int c = 0; c < matrix[r].length; c++) {
        turned[c][r] = matrix[r][c];
      }
    }
    return turned;
  }

  /** Of the weights onto the population whose rates modulate. */
  private static double[] hiddenGradient(Sweep sweep, PlasticModel model, Input input) {
    Tape tape = sweep.tape();
    sweep.forward(tape, input);
    Adjoints adjoints = new Adjoints(model.graph());
    Random random = new Random(7);
    for (int t = 0; t < STEPS; t++) {
      for (int i = 0; i < 3; i++) {
        adjoints.of(model.graph().index("out")).add(t, i, random.nextGaussian());
      }
    }
    sweep.backward(tape, adjoints);
    ParameterLayout layout = new ParameterLayout(model);
    FlatVector gradient = new FlatVector(layout.size());
    sweep.drain(gradient);
    int site = model.graph().projections().indexOf(projection(model));
    return layout.rules().stream()
        .filter(slot -> slot.site() == site)
        .flatMap(slot -> Arrays.stream(layout.matrix(slot, gradient)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  private static Object projection(PlasticModel model) {
    return model.graph().projections().stream()
        .filter(p -> p.name().equals("in-hidden"))
        .findFirst()
        .orElseThrow();
  }
}
