package plastron.slayer.reference;

import plastron.core.network.Neuron;
import plastron.plasticity.model.PlasticGraph;

/**
 * How near the potentials of a run came to their thresholds. It is told all of them, a neuron's in
 * the order of steps; thresholds that are driven count as if they were not.
 */
public final class ThresholdMargin {

  private final PlasticGraph graph;

  /** What an adaptive threshold is raised by, in units of its adaptation. */
  private final double[][] trace;

  private double nearest = Double.POSITIVE_INFINITY;

  public ThresholdMargin(PlasticGraph graph) {
    this.graph = graph;
    int[] sizes = graph.sizes();
    trace = new double[sizes.length][];
    for (int p = 0; p < sizes.length; p++) {
      trace[p] = new double[sizes[p]];
    }
  }

  /** The potential of a neuron after its next step, before any reset. */
  public void see(int population, int i, double u) {
    double distance =
        switch (graph.populations().get(population).neuron()) {
          case Neuron.Srm srm -> u - srm.theta().at(i);
          case Neuron.Lif lif -> u - lif.theta().at(i);
          case Neuron.AdaptiveLif alif -> adaptive(alif, population, i, u);
          case Neuron.LeakyIntegrator li -> Double.POSITIVE_INFINITY;
          case Neuron.SpikeSource source -> Double.POSITIVE_INFINITY;
        };
    nearest = Math.min(nearest, Math.abs(distance));
  }

  private double adaptive(Neuron.AdaptiveLif alif, int population, int i, double u) {
    double a = trace[population][i];
    double distance = u - alif.lif().theta().at(i) - alif.adaptation().at(i) * a;
    trace[population][i] = alif.adaptationDecay().at(i) * a + (distance >= 0 ? 1 : 0);
    return distance;
  }

  /** The smallest distance of all. */
  public double nearest() {
    return nearest;
  }
}
