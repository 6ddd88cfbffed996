package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticLayer;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.RateEstimator;

/**
 * The run of a plastic model of spike response neurons with trace delivery, slow and obvious, in
 * double: kernels by their values, rules by their printed formulas, equations 10 to 21 of the
 * SpikePropamine paper.
 */
final class PlasticReference {

  /** Spikes by population, {@code [step][neuron]}. */
  final List<double[][]> spikes = new ArrayList<>();

  /** {@code E} by layer, {@code [post][pre]}, at the end. */
  final double[][][] e;

  /** {@code alpha.E} by window, by layer, {@code [pre][post]}. */
  final List<List<double[][]>> traces = new ArrayList<>();

  double margin = Double.POSITIVE_INFINITY;
  private final PlasticModel model;
  private final double[][] phi;

  PlasticReference(PlasticModel model, SpikeRaster input) {
    this.model = model;
    int[] sizes = model.sizes();
    int layers = model.layers().size();
    e = new double[layers][][];
    phi = new double[layers][];
    for (int p = 0; p <= layers; p++) {
      spikes.add(new double[input.steps()][sizes[p]]);
    }
    for (int l = 0; l < layers; l++) {
      e[l] = new double[sizes[l + 1]][sizes[l]];
      phi[l] = new double[sizes[l]];
    }
    for (int t = 0; t < input.steps(); t++) {
      for (int j = 0; j < sizes[0]; j++) {
        spikes.get(0)[t][j] = input.get(t, j) ? 1 : 0;
      }
      for (int l = 0; l < layers; l++) {
        step(l, t);
      }
      if ((t + 1) % model.updateInterval() == 0) {
        endWindow(t);
      }
    }
  }

  private void step(int l, int t) {
    PlasticLayer layer = model.layers().get(l);
    Neuron.Srm neuron = (Neuron.Srm) layer.neuron();
    double[][] in = spikes.get(l);
    double[][] own = spikes.get(l + 1);
    for (int i = 0; i < layer.size(); i++) {
      double u = 0;
      for (int j = 0; j < in[t].length; j++) {
        double a = 0;
        for (int k = 0; k <= t; k++) {
          a += layer.kernel().at(k) * in[t - k][j];
        }
        u += (layer.parameter("W")[j][i] + (alpha(layer, j, i) * e[l][i][j])) * a;
      }
      for (int k = 1; k <= t; k++) {
        u -= neuron.rho() * neuron.theta() * neuron.refractory().at(k) * own[t - k][i];
      }
      own[t][i] = u >= neuron.theta() ? 1 : 0;
      margin = Math.min(margin, Math.abs(u - neuron.theta()));
    }
  }

  private static double alpha(PlasticLayer layer, int j, int i) {
    return layer.parameters().containsKey("alpha") ? layer.parameter("alpha")[j][i] : 0;
  }

  private void endWindow(int t) {
    List<double[][]> window = new ArrayList<>();
    for (int l = 0; l < e.length; l++) {
      PlasticLayer layer = model.layers().get(l);
      if (layer.parameters().containsKey("alpha")) {
        update(layer, l, rates(l, t), rates(l + 1, t));
      }
      double[][] trace = new double[model.sizes()[l]][layer.size()];
      for (int j = 0; j < trace.length; j++) {
        for (int i = 0; i < layer.size(); i++) {
          trace[j][i] = alpha(layer, j, i) * e[l][i][j];
        }
      }
      window.add(trace);
    }
    traces.add(window);
  }

  private double[] rates(int population, int t) {
    double[][] s = spikes.get(population);
    double[] rate = new double[s[0].length];
    for (int i = 0; i < rate.length; i++) {
      switch (model.rates()) {
        case RateEstimator.Boxcar boxcar -> {
          for (int k = 0; k < model.updateInterval(); k++) {
            rate[i] += s[t - k][i] / model.updateInterval();
          }
        }
        case RateEstimator.ExponentialTrace trace -> {
          for (int k = 0; k <= t; k++) {
            rate[i] += (1 - trace.decay()) * Math.pow(trace.decay(), k) * s[t - k][i];
          }
        }
      }
      rate[i] /= model.referenceRate();
    }
    return rate;
  }

  private void update(PlasticLayer layer, int l, double[] x, double[] y) {
    String rule = layer.rule().name();
    double eta = layer.parameter("eta")[0][0];
    double[][] next = new double[y.length][x.length];
    for (int i = 0; i < y.length; i++) {
      double q = y[i];
      if (rule.startsWith("ndp")) {
        double m = 0;
        for (int k = 0; k < y.length; k++) {
          m += layer.parameter("W_m")[k][i] * y[k];
        }
        q *= m;
      }
      for (int j = 0; j < x.length && rule.endsWith("oja"); j++) {
        q -= e[l][i][j] * x[j];
      }
      for (int j = 0; j < x.length; j++) {
        double z =
            rule.endsWith("bcm")
                ? x[j] * (x[j] - (phi[l][j] + layer.parameter("psi")[0][j]))
                : x[j];
        double raw = (1 - eta) * e[l][i][j] + eta * q * z;
        next[i][j] = Math.clamp(raw, -layer.options().clip(), layer.options().clip());
      }
    }
    e[l] = next;
    for (int j = 0; j < x.length && rule.endsWith("bcm"); j++) {
      double etaPhi = layer.parameter("eta_phi")[0][0];
      phi[l][j] = (1 - etaPhi) * phi[l][j] + etaPhi * x[j];
    }
  }
}
