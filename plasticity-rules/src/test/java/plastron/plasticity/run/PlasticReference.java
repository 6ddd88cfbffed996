package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.List;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.LayerSynapses;
import plastron.plasticity.layered.LayeredModel;
import plastron.plasticity.layered.PlasticLayer;
import plastron.plasticity.model.RateEstimator;

/**
 * The run of a plastic model of spike response neurons with trace delivery, slow and obvious, in
 * double: kernels by their values, rules by their printed formulas, equations 10 to 21 of the
 * SpikePropamine paper.
 */
final class PlasticReference {

  /** Spikes by population, {@code [step][neuron]}. */
  final List<double[][]> spikes = new ArrayList<>();

  /** {@code E} by layer, by projection, {@code [post][pre]}, at the end. */
  final double[][][][] e;

  /**
   * {@code alpha.E} by window, {@code [pre][post]}: of what every layer receives from the one
   * before, then of what layers receive from themselves.
   */
  final List<List<double[][]>> traces = new ArrayList<>();

  /** What layers send to themselves, {@code [layer][step][post]}, before any latency. */
  private final List<List<double[]>> fedBack = new ArrayList<>();

  double margin = Double.POSITIVE_INFINITY;
  private final LayeredModel model;
  private final double[][][] phi;

  PlasticReference(LayeredModel model, SpikeRaster input) {
    this.model = model;
    int[] sizes = model.sizes();
    int layers = model.layers().size();
    e = new double[layers][2][][];
    phi = new double[layers][2][];
    for (int p = 0; p <= layers; p++) {
      spikes.add(new double[input.steps()][sizes[p]]);
    }
    for (int l = 0; l < layers; l++) {
      fedBack.add(new ArrayList<>());
      for (int p = 0; p < 2; p++) {
        e[l][p] = new double[sizes[l + 1]][sizes[l + p]];
        phi[l][p] = new double[sizes[l + p]];
      }
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
    double[][] own = spikes.get(l + 1);
    double[] feed = response(l, 0, t);
    // What is sent to the own layer arrives in the next step at the earliest.
    int sent = t - 1 - layer.recurrent().map(LayerSynapses::latency).orElse(t);
    for (int i = 0; i < layer.size(); i++) {
      double u = feed[i] + (sent >= 0 ? fedBack.get(l).get(sent)[i] : 0);
      for (int k = 1; k <= t; k++) {
        u -=
            neuron.rho()
                * neuron.theta().uniform()
                * neuron.refractory().of(i).at(k)
                * own[t - k][i];
      }
      own[t][i] = u >= neuron.theta().uniform() ? 1 : 0;
      margin = Math.min(margin, Math.abs(u - neuron.theta().uniform()));
    }
    if (layer.recurrent().isPresent()) {
      fedBack.get(l).add(response(l, 1, t));
    }
  }

  /** The present weights times the filtered spikes, without latency. */
  private double[] response(int l, int p, int t) {
    LayerSynapses projection = model.layers().get(l).projections().get(p);
    double[][] in = spikes.get(l + p);
    double[] response = new double[model.layers().get(l).size()];
    for (int i = 0; i < response.length; i++) {
      for (int j = 0; j < in[t].length; j++) {
        double a = 0;
        for (int k = 0; k <= t; k++) {
          a += projection.kernel().at(k) * in[t - k][j];
        }
        double plastic = alpha(projection, j, i) * e[l][p][i][j];
        response[i] += (projection.parameter("W")[j][i] + plastic) * a;
      }
    }
    return response;
  }

  private static double alpha(LayerSynapses projection, int j, int i) {
    return projection.parameters().containsKey("alpha") ? projection.parameter("alpha")[j][i] : 0;
  }

  private void endWindow(int t) {
    List<double[][]> window = new ArrayList<>();
    for (int p = 0; p < 2; p++) {
      for (int l = 0; l < e.length; l++) {
        if (p < model.layers().get(l).projections().size()) {
          window.add(endWindow(l, p, t));
        }
      }
    }
    traces.add(window);
  }

  private double[][] endWindow(int l, int p, int t) {
    LayerSynapses projection = model.layers().get(l).projections().get(p);
    if (projection.parameters().containsKey("alpha")) {
      update(projection, l, p, rates(l + p, t), rates(l + 1, t));
    }
    double[][] trace = new double[model.sizes()[l + p]][model.sizes()[l + 1]];
    for (int j = 0; j < trace.length; j++) {
      for (int i = 0; i < trace[j].length; i++) {
        trace[j][i] = alpha(projection, j, i) * e[l][p][i][j];
      }
    }
    return trace;
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

  private void update(LayerSynapses projection, int l, int p, double[] x, double[] y) {
    String rule = projection.rule().name();
    double eta = projection.parameter("eta")[0][0];
    double[][] next = new double[y.length][x.length];
    for (int i = 0; i < y.length; i++) {
      double q = y[i];
      if (rule.startsWith("ndp")) {
        double m = 0;
        for (int k = 0; k < y.length; k++) {
          m += projection.parameter("W_m")[k][i] * y[k];
        }
        q *= m;
      }
      for (int j = 0; j < x.length && rule.endsWith("oja"); j++) {
        q -= e[l][p][i][j] * x[j];
      }
      for (int j = 0; j < x.length; j++) {
        double z =
            rule.endsWith("bcm")
                ? x[j] * (x[j] - (phi[l][p][j] + projection.parameter("psi")[0][j]))
                : x[j];
        double raw = (1 - eta) * e[l][p][i][j] + eta * q * z;
        next[i][j] = Math.clamp(raw, -projection.options().clip(), projection.options().clip());
      }
    }
    e[l][p] = next;
    for (int j = 0; j < x.length && rule.endsWith("bcm"); j++) {
      double etaPhi = projection.parameter("eta_phi")[0][0];
      phi[l][p][j] = (1 - etaPhi) * phi[l][p][j] + etaPhi * x[j];
    }
  }
}
