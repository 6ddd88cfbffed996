package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Expr;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.rule.PlasticityRule;
import plastron.plasticity.rule.RuleBuilder;
import plastron.slayer.Precision;
import plastron.slayer.reference.SmallModels;
import plastron.slayer.surrogate.SlayerExponential;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.FlatVector;
import plastron.slayer.sweep.OutputAdjoint;
import plastron.slayer.sweep.ParameterLayout;
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;

/** Rules may know the same rates by two names. */
class TwoActivitiesTest {

  private static final int PRE = 5;
  private static final int POST = 20;
  private static final int STEPS = 12;

  /** {@code E' = E + x y z, w = W + E}, z being another activity of the same neurons, or y. */
  private static PlasticityRule correlation(boolean twoNames) {
    RuleBuilder rule = PlasticityRule.named("correlation");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol y = rule.activity("y", Axis.POST);
    Symbol z = twoNames ? rule.activity("z", Axis.POST) : y;
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    return rule.update(e, Expr.sum(Expr.ref(e), Expr.product(x, y, z)))
        .weight(Expr.sum(Expr.ref(w), Expr.ref(e)));
  }

  @Test
  void bothNamesReceiveTheirPartOfTheGradient() {
    FlatVector one = gradient(correlation(false));
    FlatVector two = gradient(correlation(true));
    assertThat(one.norm()).isPositive();
    assertThat(two.toArray()).containsExactly(one.toArray(), within(1e-12 * one.norm()));
  }

  private static FlatVector gradient(PlasticityRule rule) {
    Random random = new Random(1);
    double[][] w = new double[PRE][POST];
    for (double[] row : w) {
      Arrays.setAll(row, i -> random.nextDouble(0.5));
    }
    PlasticModel model = SmallModels.oneLayer(rule, w, 3);
    SpikeRaster input = new SpikeRaster(STEPS, PRE);
    Adjoints adjoints = new Adjoints(model.graph().sizes());
    OutputAdjoint adjoint = adjoints.of(1);
    for (int t = 0; t < STEPS; t++) {
      input.set(t, random.nextInt(PRE));
      input.set(t, random.nextInt(PRE));
      for (int i = 0; i < POST; i++) {
        adjoint.add(t, i, random.nextGaussian());
      }
    }
    Sweep sweep = Precision.DOUBLE.sweep(model, SweepOptions.with(new SlayerExponential(1, 1)));
    Tape tape = sweep.tape();
    sweep.forward(tape, Input.of(input));
    sweep.backward(tape, adjoints);
    FlatVector gradient = new FlatVector(new ParameterLayout(model).size());
    sweep.drain(gradient);
    return gradient;
  }
}
