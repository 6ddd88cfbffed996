package plastron.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.Network;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.network.Projection;

/**
 * The specification of a run, slow and obvious: every current is the full sum over all spikes of
 * the past, in double, with kernels by their values. Populations must be listed senders first where
 * projections have no latency.
 */
final class DenseReference {

  final Map<String, boolean[][]> spikes = new HashMap<>();
  final Map<String, double[][]> potentials = new HashMap<>();

  /** Smallest distance from the threshold met. */
  double margin = Double.POSITIVE_INFINITY;

  /** Largest sum of magnitudes met: what rounding errors are relative to. */
  double scale = 1;

  private final Network network;
  private final Map<String, IntFunction<float[][]>> weights;
  private final Map<String, double[]> lifPotential = new HashMap<>();

  /**
   * Runs a network.
   *
   * @param order names of the populations
   * @param inputs by name of source, {@code [step][neuron]}
   * @param weights by name of projection, its weights at every step
   */
  DenseReference(
      Network network,
      List<String> order,
      int steps,
      Map<String, boolean[][]> inputs,
      Map<String, IntFunction<float[][]>> weights) {
    this.network = network;
    this.weights = weights;
    for (Population p : network.populations()) {
      spikes.put(p.name(), inputs.getOrDefault(p.name(), new boolean[steps][p.size()]));
      potentials.put(p.name(), new double[steps][p.size()]);
      lifPotential.put(p.name(), new double[p.size()]);
    }
    for (int t = 0; t < steps; t++) {
      for (String name : order) {
        Population p = network.population(name);
        for (int i = 0; i < p.size(); i++) {
          step(p, i, t);
        }
      }
    }
  }

  private void step(Population p, int i, int t) {
    boolean[][] own = get(spikes, p.name());
    double theta;
    double u = 0;
    for (Projection projection : network.projections()) {
      if (projection.post().equals(p.name())) {
        u += current(projection, i, t);
      }
    }
    switch (p.neuron()) {
      case Neuron.SpikeSource source -> {
        return;
      }
      case Neuron.Srm srm -> {
        theta = srm.theta().uniform();
        for (int k = 1; k <= t; k++) {
          u -= own[t - k][i] ? srm.rho() * theta * srm.refractory().of(i).at(k) : 0;
        }
      }
      case Neuron.Lif lif -> {
        theta = lif.theta().uniform();
        double[] v = get(lifPotential, p.name());
        boolean held = false;
        for (int k = 1; k <= Math.min(t, lif.refractorySteps()); k++) {
          held |= own[t - k][i];
        }
        u = held ? 0 : lif.decay().uniform() * v[i] + u + lif.bias().uniform();
        v[i] = u < theta ? u : lif.reset() == Neuron.Reset.HARD ? 0 : u - theta;
      }
    }
    own[t][i] = u >= theta;
    get(potentials, p.name())[t][i] = u;
    scale = Math.max(scale, Math.abs(u));
    margin = Math.min(margin, Math.abs(u - theta));
  }

  private double current(Projection projection, int i, int t) {
    boolean[][] pre = get(spikes, projection.pre());
    Kernel kernel = projection.kernel();
    double sum = 0;
    double magnitude = 0;
    for (int j = 0; j < pre[0].length; j++) {
      int d = projection.latency().of(j, i);
      for (int k = 0; k <= t - d; k++) {
        if (pre[t - d - k][j]) {
          // A latency delays the finished product; the two deliveries differ in the step of the
          // weight.
          int weightStep = projection.delivery() == Delivery.TRACE ? t - d : t - d - k;
          double part = get(weights, projection.name()).apply(weightStep)[j][i] * kernel.at(k);
          sum += part;
          magnitude += Math.abs(part);
        }
      }
    }
    scale = Math.max(scale, magnitude);
    return sum;
  }

  static <V> V get(Map<String, V> map, String name) {
    return Objects.requireNonNull(map.get(name), name);
  }
}
