package plastron.plasticity.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.run.Input;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.Drive;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;
import plastron.plasticity.model.RuleSite;

/**
 * The run of a plastic model from rest, slow and obvious, in double: every current is a sum over
 * the whole past with kernels by their values. Neurons have no refractory steps.
 */
final class GraphReference {

  /** Spikes by population, {@code [step][neuron]}. */
  final Map<String, double[][]> spikes = new LinkedHashMap<>();

  /** What is compared with the threshold, by population, {@code [step][neuron]}. */
  final Map<String, double[][]> potentials = new LinkedHashMap<>();

  /** {@code alpha.E} by window, by projection, {@code [pre][post]}. */
  final List<Map<String, double[][]>> traces = new ArrayList<>();

  /** Smallest distance from a threshold met. */
  double margin = Double.POSITIVE_INFINITY;

  /** Largest magnitude of a potential met: what rounding errors are relative to. */
  double scale = 1;

  private final PlasticGraph graph;
  private final Input input;
  private final Map<String, RuleByHand> rules = new HashMap<>();

  /** Effective weights by projection, of every step so far, {@code [pre][post]}. */
  private final Map<String, List<double[][]>> weights = new HashMap<>();

  /** What integrates-and-fires has left after its spike, by population. */
  private final Map<String, double[]> left = new HashMap<>();

  private final Map<String, double[]> bias = new HashMap<>();
  private final Map<String, double[]> lowered = new HashMap<>();

  GraphReference(PlasticGraph graph, Input input) {
    this.graph = graph;
    this.input = input;
    for (Population p : graph.populations()) {
      spikes.put(p.name(), new double[input.steps()][p.size()]);
      potentials.put(p.name(), new double[input.steps()][p.size()]);
      left.put(p.name(), new double[p.size()]);
      bias.put(p.name(), new double[p.size()]);
      lowered.put(p.name(), new double[p.size()]);
    }
    for (RuleSite site : graph.sites()) {
      rules.put(site.name(), new RuleByHand(graph, site));
      weights.put(site.name(), new ArrayList<>());
    }
    int[] sources = graph.inputs();
    for (int s = 0; s < sources.length; s++) {
      read(input.spikes().get(s), of(spikes, graph.populations().get(sources[s]).name()));
    }
    for (int t = 0; t < input.steps(); t++) {
      for (PlasticProjection p : graph.projections()) {
        of(weights, p.name()).add(of(rules, p.name()).weights());
      }
      step(t);
      for (PlasticProjection p : graph.projections()) {
        int delay = p.place() == DelayPlace.AXON ? delay(p) : 0;
        of(rules, p.name()).spikes(of(spikes, p.from()), of(spikes, p.to()), t, delay);
      }
      if ((t + 1) % graph.clock().updateInterval() == 0) {
        endWindow(t);
      }
    }
  }

  private static void read(SpikeRaster raster, double[][] spikes) {
    for (int t = 0; t < spikes.length; t++) {
      for (int j = 0; j < spikes[t].length; j++) {
        spikes[t][j] = raster.get(t, j) ? 1 : 0;
      }
    }
  }

  /** Populations go through a step when all have that they hear of without delay. */
  private void step(int t) {
    Set<String> done = new HashSet<>();
    while (done.size() < graph.populations().size()) {
      for (Population p : graph.populations()) {
        boolean ready =
            graph.projections().stream()
                .filter(q -> q.to().equals(p.name()) && delay(q) == 0)
                .allMatch(q -> done.contains(q.from()));
        if (ready && done.add(p.name()) && !(p.neuron() instanceof Neuron.SpikeSource)) {
          for (int i = 0; i < p.size(); i++) {
            step(p, i, t);
          }
        }
      }
    }
  }

  private int delay(PlasticProjection projection) {
    return projection.latency() + (reaches(projection.to(), projection.from()) ? 1 : 0);
  }

  private boolean reaches(String from, String to) {
    Set<String> reached = new HashSet<>(Set.of(from));
    boolean grows = true;
    while (grows) {
      grows = false;
      for (PlasticProjection p : graph.projections()) {
        grows |= reached.contains(p.from()) && reached.add(p.to());
      }
    }
    return reached.contains(to);
  }

  private void step(Population p, int i, int t) {
    double[][] own = of(spikes, p.name());
    double[] v = of(left, p.name());
    double u = of(bias, p.name())[i];
    double theta = Double.POSITIVE_INFINITY;
    double adapted = 0;
    for (PlasticProjection q : graph.projections()) {
      u += q.to().equals(p.name()) ? current(q, i, t) : 0;
    }
    switch (p.neuron()) {
      case Neuron.SpikeSource source -> {}
      case Neuron.Srm srm -> {
        theta = srm.theta().at(i);
        u += srm.bias().at(i);
        for (int k = 1; k <= t; k++) {
          u -= srm.rho() * theta * srm.refractory().of(i).at(k) * own[t - k][i];
        }
      }
      case Neuron.Lif lif -> {
        theta = lif.theta().at(i);
        u += lif.bias().at(i) + lif.decay().at(i) * v[i];
      }
      case Neuron.AdaptiveLif alif -> {
        theta = alif.lif().theta().at(i);
        u += alif.lif().bias().at(i) + alif.lif().decay().at(i) * v[i];
        for (int k = 1; k <= t; k++) {
          double left = Math.pow(alif.adaptationDecay().at(i), k - 1);
          adapted += alif.adaptation().at(i) * left * own[t - k][i];
        }
      }
      case Neuron.LeakyIntegrator li -> u += li.bias().at(i) + li.decay().at(i) * v[i];
    }
    double distance = u - (theta + adapted - of(lowered, p.name())[i]);
    own[t][i] = distance >= 0 ? 1 : 0;
    v[i] = own[t][i] == 0 ? u : resetsHard(p.neuron()) ? 0 : u - theta;
    of(potentials, p.name())[t][i] = u;
    margin = Math.min(margin, Math.abs(distance));
    scale = Math.max(scale, Math.abs(u));
  }

  private static boolean resetsHard(Neuron neuron) {
    return switch (neuron) {
      case Neuron.Lif lif -> lif.reset() == Neuron.Reset.HARD;
      case Neuron.AdaptiveLif alif -> resetsHard(alif.lif());
      default -> false;
    };
  }

  private double current(PlasticProjection projection, int i, int t) {
    int d = delay(projection);
    double current = 0;
    for (int k = 0; k <= t - d; k++) {
      int met = projection.delivery() == Delivery.TRACE ? t : t - k;
      met -= projection.place() == DelayPlace.DENDRITE ? d : 0;
      double[][] w = of(weights, projection.name()).get(met);
      double[] born = of(spikes, projection.from())[t - d - k];
      for (int j = 0; j < born.length; j++) {
        current += projection.kernel().at(k) * w[j][i] * born[j];
      }
    }
    return current;
  }

  private void endWindow(int t) {
    int window = t / graph.clock().updateInterval();
    Map<String, double[]> rates = new HashMap<>();
    graph.populations().forEach(p -> rates.put(p.name(), rates(of(spikes, p.name()), t)));
    rules.values().forEach(rule -> rule.update(rates, input.signals(), window));
    Map<String, double[][]> plastic = new HashMap<>();
    graph.projections().forEach(p -> plastic.put(p.name(), of(rules, p.name()).plastic()));
    traces.add(plastic);
    for (Population p : graph.populations()) {
      double[] h = new double[p.size()];
      double[] k = new double[p.size()];
      for (Drive drive : graph.drives()) {
        if (drive.to().equals(p.name())) {
          double[] value = of(rules, drive.name()).weights()[0];
          double[] sum = drive.target() == Drive.Target.BIAS ? h : k;
          for (int i = 0; i < sum.length; i++) {
            sum[i] += value[i];
          }
        }
      }
      bias.put(p.name(), h);
      lowered.put(p.name(), k);
    }
  }

  private double[] rates(double[][] s, int t) {
    int window = graph.clock().updateInterval();
    double[] rate = new double[s[0].length];
    for (int i = 0; i < rate.length; i++) {
      switch (graph.clock().rates()) {
        case RateEstimator.Boxcar boxcar -> {
          for (int k = 0; k < window; k++) {
            rate[i] += s[t - k][i] / window;
          }
        }
        case RateEstimator.ExponentialTrace trace -> {
          for (int k = 0; k <= t; k++) {
            rate[i] += (1 - trace.decay()) * Math.pow(trace.decay(), k) * s[t - k][i];
          }
        }
      }
      rate[i] /= graph.clock().referenceRate();
    }
    return rate;
  }

  static <V> V of(Map<String, V> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }
}
