package plastron.plasticity.run;

import java.util.Arrays;
import java.util.Map;
import plastron.core.network.SynapseRows;
import plastron.core.run.Signal;
import plastron.plasticity.expr.Bounds;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RuleSite;

/** A rule by its printed formula, chosen by its name. */
final class RuleByHand {

  /** Name of the rule of a drive: its value is {@code B m}. */
  static final String DRIVE = "drive";

  private final RuleSite site;
  private final int post;

  /** Where synapses are, {@code [pre][post]}. */
  private final boolean[][] exists;

  /** {@code [pre][post]}; of a drive its value. */
  private double[][] e;

  private double[][] elig;
  private double[] phi;
  private double[] theta;

  RuleByHand(PlasticGraph graph, RuleSite site) {
    this.site = site;
    int pre = graph.pre(site);
    post = graph.population(site.to()).size();
    exists = new boolean[pre][post];
    for (int j = 0; j < pre; j++) {
      Arrays.fill(exists[j], graph.sparse(site).isEmpty());
    }
    graph.sparse(site).ifPresent(this::read);
    e = new double[pre][post];
    elig = new double[pre][post];
    phi = new double[pre];
    theta = new double[post];
  }

  private void read(SynapseRows synapses) {
    for (int j = 0; j < exists.length; j++) {
      for (int k = synapses.begin(j); k < synapses.begin(j + 1); k++) {
        exists[j][synapses.targets()[k]] = true;
      }
    }
  }

  /** A parameter of every synapse, 0 where there is none, {@code [pre][post]}. */
  private double[][] synapses(String parameter) {
    double[][] all = new double[exists.length][post];
    for (int j = 0; j < all.length; j++) {
      int k = 0;
      for (int i = 0; i < post; i++) {
        all[j][i] = exists[j][i] ? site.parameter(parameter)[j][k++] : 0;
      }
    }
    return all;
  }

  private boolean is(String part) {
    return site.rule().name().contains(part);
  }

  private double one(String parameter) {
    return site.parameter(parameter)[0][0];
  }

  /** {@code alpha.E}. */
  double[][] plastic() {
    double[][] plastic = new double[e.length][post];
    if (site.rule().isPlastic()) {
      double[][] alpha = synapses("alpha");
      for (int j = 0; j < e.length; j++) {
        for (int i = 0; i < post; i++) {
          plastic[j][i] = alpha[j][i] * e[j][i];
        }
      }
    }
    return plastic;
  }

  /** A new array {@code [pre][post]}. */
  double[][] weights() {
    if (is(DRIVE)) {
      return e;
    }
    double[][] w = plastic();
    double[][] fixed = synapses("W");
    for (int j = 0; j < w.length; j++) {
      for (int i = 0; i < post; i++) {
        w[j][i] += fixed[j][i];
      }
    }
    return w;
  }

  void update(Map<String, double[]> rates, Map<String, Signal> signals, int window) {
    double[] y = GraphReference.of(rates, site.to());
    if (is(DRIVE)) {
      String from = GraphReference.of(site.sources(), "m");
      e = new double[][] {product(site.parameter("B"), rates, from)};
    } else if (is("dopamine")) {
      dopamine(modulator(rates, signals, window));
    } else if (site.rule().isPlastic() && !is("stdp")) {
      PlasticProjection projection = (PlasticProjection) site;
      double[] m = modulator(rates, signals, window);
      update(GraphReference.of(rates, projection.from()), y, m);
    }
  }

  /** What the spikes of step {@code t} do, each trace a sum over the whole past. */
  void spikes(double[][] sent, double[][] fired, int t, int axonDelay) {
    if (!is("stdp")) {
      return;
    }
    boolean triplet = is("triplet");
    double[][] state = is("dopamine") ? elig : e;
    for (int j = 0; j < state.length; j++) {
      double x1 = trace(sent, j, t, axonDelay, triplet ? 16.8 : 20);
      double x2 = trace(sent, j, t, axonDelay, 101);
      boolean pre = t >= axonDelay && sent[t - axonDelay][j] == 1;
      for (int i = 0; i < post; i++) {
        double y1 = trace(fired, i, t, 0, triplet ? 33.7 : 20);
        double y2 = trace(fired, i, t, 0, 125);
        if (pre && exists[j][i]) {
          double minus = triplet ? one("A2_minus") + one("A3_minus") * x2 : one("A_minus");
          state[j][i] = clipped(state[j][i] - y1 * minus);
        }
        if (fired[t][i] == 1 && exists[j][i]) {
          double plus = triplet ? one("A2_plus") + one("A3_plus") * y2 : one("A_plus");
          state[j][i] = clipped(state[j][i] + x1 * plus);
        }
      }
    }
  }

  private double clipped(double value) {
    Bounds bounds = site.rule().symbol("E").orElseThrow().bounds();
    return is("dopamine") ? value : Math.clamp(value, bounds.low(), bounds.high());
  }

  private void dopamine(double[] m) {
    Bounds bounds = site.rule().symbol("E").orElseThrow().bounds();
    for (int j = 0; j < e.length; j++) {
      for (int i = 0; i < post; i++) {
        double moved = e[j][i] + one("eta") * m[i] * elig[j][i];
        e[j][i] = Math.clamp(moved, bounds.low(), bounds.high());
        elig[j][i] -= one("eta_e") * elig[j][i];
      }
    }
  }

  private static double trace(double[][] spikes, int neuron, int t, int delay, double tau) {
    double sum = 0;
    for (int s = delay; s < t; s++) {
      sum += spikes[s - delay][neuron] * Math.exp(-(t - s) / tau);
    }
    return sum;
  }

  private static double[] product(double[][] matrix, Map<String, double[]> rates, String of) {
    double[] vector = GraphReference.of(rates, of);
    double[] product = new double[matrix[0].length];
    for (int k = 0; k < vector.length; k++) {
      for (int i = 0; i < product.length; i++) {
        product[i] += matrix[k][i] * vector[k];
      }
    }
    return product;
  }

  private double[] modulator(Map<String, double[]> rates, Map<String, Signal> signals, int window) {
    double[] m = new double[post];
    Arrays.fill(m, 1);
    if (site.parameters().containsKey("W_m")) {
      String population = site.sources().getOrDefault("m", site.to());
      return product(site.parameter("W_m"), rates, population);
    }
    if (site.sources().containsKey("M")) {
      Signal signal = signals.get(site.sources().get("M"));
      Arrays.setAll(m, i -> signal == null ? 0 : signal.at(window, i));
    }
    return m;
  }

  private void update(double[] x, double[] y, double[] m) {
    double eta = one("eta");
    double[][] next = new double[x.length][post];
    for (int i = 0; i < post; i++) {
      double ex = 0;
      for (int j = 0; j < x.length; j++) {
        ex += e[j][i] * x[j];
      }
      for (int j = 0; j < x.length; j++) {
        double b = is("bcm") && !is("classic") ? x[j] - phi[j] - site.parameter("psi")[0][j] : 1;
        double hebb = m[i] * y[i] * x[j];
        double delta = eta * (hebb * b - e[j][i]);
        if (is("oja-classic")) {
          delta = eta * (hebb - y[i] * y[i] * e[j][i]);
        } else if (is("bcm-classic")) {
          delta = eta * (hebb * (y[i] - theta[i]) - e[j][i]);
        } else if (is("oja-local")) {
          delta -= eta * e[j][i] * x[j] * x[j];
        } else if (is("oja")) {
          delta -= eta * ex * x[j];
        } else if (is("elig")) {
          delta = m[i] * elig[j][i] - eta * e[j][i];
        }
        Bounds bounds = site.rule().symbol("E").map(Symbol::bounds).orElse(Bounds.NONE);
        next[j][i] = exists[j][i] ? Math.clamp(e[j][i] + delta, bounds.low(), bounds.high()) : 0;
      }
    }
    e = next;
    if (is("elig")) {
      decay(elig, one("eta_e"), x, y);
    } else if (is("bcm")) {
      double[] of = is("classic") ? theta : phi;
      for (int n = 0; n < of.length; n++) {
        of[n] += one("eta_phi") * ((is("classic") ? y[n] * y[n] : x[n]) - of[n]);
      }
    }
  }

  private void decay(double[][] trace, double eta, double[] x, double[] y) {
    for (int j = 0; j < x.length; j++) {
      for (int i = 0; i < y.length; i++) {
        trace[j][i] += exists[j][i] ? eta * (y[i] * x[j] - trace[j][i]) : 0;
      }
    }
  }
}
