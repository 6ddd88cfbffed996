package plastron.core.run;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntFunction;
import plastron.core.network.DelayPlace;
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

  /** What drives the neurons of a population in a step after the first, by its name. */
  interface Drives {
    float[] bias(String population, int step);

    float[] lowered(String population, int step);
  }

  final Map<String, boolean[][]> spikes = new HashMap<>();
  final Map<String, double[][]> potentials = new HashMap<>();

  /** Smallest distance from the threshold met. */
  double margin = Double.POSITIVE_INFINITY;

  /** Largest sum of magnitudes met: what rounding errors are relative to. */
  double scale = 1;

  private final Network network;
  private final Map<String, IntFunction<float[][]>> weights;
  private final Drives drives;
  private final Map<String, double[]> held = new HashMap<>();

  /**
   * Runs a network.
   *
   * @param order names of the populations
   * @param inputs by name of source, {@code [step][neuron]}
   * @param weights by name of projection, its weights at every step
   * @param drives what drives the neurons
   */
  DenseReference(
      Network network,
      List<String> order,
      int steps,
      Map<String, boolean[][]> inputs,
      Map<String, IntFunction<float[][]>> weights,
      Drives drives) {
    this.network = network;
    this.weights = weights;
    this.drives = drives;
    for (Population p : network.populations()) {
      spikes.put(p.name(), inputs.getOrDefault(p.name(), new boolean[steps][p.size()]));
      potentials.put(p.name(), new double[steps][p.size()]);
      held.put(p.name(), new double[p.size()]);
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
    double[] v = get(held, p.name());
    double theta = Double.POSITIVE_INFINITY;
    double adapted = 0;
    double u = t == 0 ? 0 : drives.bias(p.name(), t)[i];
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
        theta = srm.theta().at(i);
        u += srm.bias().at(i);
        for (int k = 1; k <= t; k++) {
          u -= own[t - k][i] ? srm.rho() * theta * srm.refractory().of(i).at(k) : 0;
        }
      }
      case Neuron.Lif lif -> {
        theta = lif.theta().at(i);
        u = integrated(lif, u, v, own, t, i);
      }
      case Neuron.AdaptiveLif alif -> {
        theta = alif.lif().theta().at(i);
        u = integrated(alif.lif(), u, v, own, t, i);
        for (int k = 1; k <= t; k++) {
          double raised = alif.adaptation().at(i) * Math.pow(alif.adaptationDecay().at(i), k - 1);
          adapted += own[t - k][i] ? raised : 0;
        }
      }
      case Neuron.LeakyIntegrator li -> u += li.decay().at(i) * v[i] + li.bias().at(i);
    }
    double distance = u - theta - adapted + (t == 0 ? 0 : drives.lowered(p.name(), t)[i]);
    own[t][i] = distance >= 0;
    v[i] = !own[t][i] ? u : resetsHard(p.neuron()) ? 0 : u - theta;
    get(potentials, p.name())[t][i] = u;
    scale = Math.max(scale, Math.abs(u));
    margin = Math.min(margin, Math.abs(distance));
  }

  private static double integrated(
      Neuron.Lif lif, double arriving, double[] v, boolean[][] own, int t, int i) {
    double u = arriving + lif.decay().at(i) * v[i] + lif.bias().at(i);
    for (int k = 1; k <= Math.min(t, lif.refractorySteps()); k++) {
      u = own[t - k][i] ? 0 : u;
    }
    return u;
  }

  private static boolean resetsHard(Neuron neuron) {
    return switch (neuron) {
      case Neuron.Lif lif -> lif.reset() == Neuron.Reset.HARD;
      case Neuron.AdaptiveLif alif -> resetsHard(alif.lif());
      default -> false;
    };
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
          int met = projection.delivery() == Delivery.TRACE ? t : t - k;
          met -= projection.place() == DelayPlace.DENDRITE ? d : 0;
          double part = get(weights, projection.name()).apply(met)[j][i] * kernel.at(k);
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
