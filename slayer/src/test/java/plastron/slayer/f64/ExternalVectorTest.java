package plastron.slayer.f64;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import plastron.core.run.Input;
import plastron.core.run.Signal;
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
import plastron.slayer.sweep.Sweep;
import plastron.slayer.sweep.SweepObserver;
import plastron.slayer.sweep.SweepOptions;
import plastron.slayer.sweep.Tape;

class ExternalVectorTest {

  /** {@code E' = E + M.x} with a modulator per post neuron, {@code w = W + E}. */
  private static PlasticityRule rewarded() {
    RuleBuilder rule = PlasticityRule.named("rewarded");
    Symbol x = rule.activity("x", Axis.PRE);
    Symbol w = rule.parameter("W", Axis.SYNAPSE, Bounds.NONE, "W");
    Symbol e = rule.state("E", Axis.SYNAPSE, Bounds.NONE, "E");
    Symbol m = rule.external("M", Axis.POST, "M");
    return rule.update(e, Expr.sum(Expr.ref(e), Expr.product(m, x)))
        .weight(Expr.sum(Expr.ref(w), Expr.ref(e)));
  }

  @ParameterizedTest
  @EnumSource
  void everyNeuronReadsTheModulator(Precision precision) {
    PlasticModel model = SmallModels.oneLayer(rewarded(), new double[1][3], 2);
    Sweep sweep = precision.sweep(model, SweepOptions.with(new SlayerExponential(1, 1)));
    SpikeRaster input = new SpikeRaster(2, 1);
    input.set(1, 0);
    Tape tape = sweep.tape();
    sweep.forward(tape, new Input(List.of(input), Map.of("M", Signal.of(0.5))));
    double[] e = new double[3];
    sweep.replay(
        tape,
        new SweepObserver() {
          @Override
          public void potential(int population, int step, int neuron, double u) {}

          @Override
          public void symbol(int window, int site, String symbol, int from, int to, double value) {
            if (symbol.equals("E")) {
              e[to] = value;
            }
          }
        });
    assertThat(e).containsExactly(0.25, 0.25, 0.25);
  }
}
