package plastron.spinnaker.profile;

import java.util.ArrayList;
import java.util.List;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.f64.RuleFrame64;
import plastron.plasticity.f64.RuleProgram64;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/**
 * A layer's traces in double precision, driven by given spikes: what the arithmetic of a chip is to
 * be compared with.
 */
final class FloatReplay {

  private FloatReplay() {}

  /** {@code alpha.E} after every window, {@code [nPre][nPost]}. */
  static List<double[][]> traces(PlasticModel model, int index, List<SpikeRaster> spikes) {
    PlasticProjection layer = model.graph().projections().get(index);
    RuleDerivation rule = RuleDerivation.of(layer.rule());
    Clock clock = model.graph().clock();
    int[] sizes = model.graph().sizes();
    int modulator = model.graph().modulators(layer).values().stream().findFirst().orElse(-1);
    RuleShape64 shape =
        new RuleShape64(sizes[index], sizes[index + 1], modulator < 0 ? 0 : sizes[modulator]);
    RuleProgram64 program = new RuleProgram64(rule, shape);
    RuleFrame64 frame = new RuleFrame64(rule, shape);
    for (Symbol parameter : rule.rule().symbols(Role.PARAMETER)) {
      frame.value[rule.index(parameter)] = layer.parameter(parameter.name());
    }
    double[][] start = shape.zeros(Axis.SYNAPSE);
    program.weight(frame, start);
    double[][] traces = new double[sizes.length][];
    for (int p = 0; p < sizes.length; p++) {
      traces[p] = new double[sizes[p]];
    }
    List<double[][]> recorded = new ArrayList<>();
    int interval = clock.updateInterval();
    for (int end = interval; end <= spikes.getFirst().steps(); end += interval) {
      for (int p = 0; p < sizes.length; p++) {
        window(clock.rates(), spikes.get(p), end - interval, end, traces[p]);
      }
      for (Symbol activity : rule.rule().symbols(Role.ACTIVITY)) {
        int p =
            activity.axis() == Axis.PRE
                ? index
                : activity.axis() == Axis.POST ? index + 1 : modulator;
        double[] rates = frame.of(activity.name())[0];
        for (int n = 0; n < rates.length; n++) {
          rates[n] = traces[p][n] / clock.referenceRate();
        }
      }
      program.update(frame);
      for (int u = 0; u < frame.next.length; u++) {
        int s = rule.index(rule.updates().get(u).state());
        double[][] old = frame.value[s];
        frame.value[s] = frame.next[u];
        frame.next[u] = old;
      }
      double[][] weights = shape.zeros(Axis.SYNAPSE);
      program.weight(frame, weights);
      for (int i = 0; i < weights.length; i++) {
        for (int j = 0; j < weights[i].length; j++) {
          weights[i][j] -= start[i][j];
        }
      }
      recorded.add(weights);
    }
    return recorded;
  }

  private static void window(
      RateEstimator estimator, SpikeRaster spikes, int from, int to, double[] rates) {
    for (int n = 0; n < rates.length; n++) {
      if (estimator instanceof RateEstimator.ExponentialTrace(double decay)) {
        for (int t = from; t < to; t++) {
          rates[n] = decay * rates[n] + (spikes.get(t, n) ? 1 - decay : 0);
        }
      } else {
        rates[n] = (double) spikes.count(n, from, to) / (to - from);
      }
    }
  }
}
