package plastron.export.calibration;

import java.util.Arrays;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.layered.PlasticLayer;

/** Follows currents and potentials of one layer through recorded spikes. Owned by one thread. */
final class MembraneReplay {

  private final Neuron.Lif neuron;
  private final double currentDecay;
  private final int latency;
  private final double[] current;
  private final double[] potential;
  private final int[] held;
  private final int[] arrived;
  private final RangeCollector currents;
  private final RangeCollector potentials;

  MembraneReplay(
      PlasticLayer layer, int inputs, RangeCollector currents, RangeCollector potentials) {
    if (!(layer.neuron() instanceof Neuron.Lif lif)) {
      throw new IllegalArgumentException(
          "Neurons of layer %s (%s) cannot be calibrated, expected LIF."
              .formatted(layer.name(), layer.neuron()));
    }
    neuron = lif;
    currentDecay =
        switch (layer.kernel()) {
          case Kernel.Exponential exponential -> exponential.decay();
          case Kernel.Delta delta -> 0;
          default ->
              throw new IllegalArgumentException(
                  "Kernel of layer %s (%s) cannot be calibrated, expected an exponential or a delta."
                      .formatted(layer.name(), layer.kernel()));
        };
    latency = layer.latency();
    current = new double[layer.size()];
    potential = new double[layer.size()];
    held = new int[layer.size()];
    arrived = new int[inputs];
    this.currents = currents;
    this.potentials = potentials;
  }

  void reset() {
    Arrays.fill(current, 0);
    Arrays.fill(potential, 0);
    Arrays.fill(held, 0);
  }

  /** One step with these effective weights, {@code [nPre][nPost]}. */
  void step(int t, SpikeRaster pre, SpikeRaster post, double[][] weights) {
    for (int i = 0; i < current.length; i++) {
      current[i] *= currentDecay;
    }
    int arrivals = t < latency ? 0 : pre.spikes(t - latency, arrived);
    for (int a = 0; a < arrivals; a++) {
      double[] row = weights[arrived[a]];
      for (int i = 0; i < current.length; i++) {
        current[i] += row[i];
      }
    }
    currents.addAll(current);
    for (int i = 0; i < current.length; i++) {
      membrane(i, post.get(t, i));
    }
  }

  private void membrane(int i, boolean spiked) {
    if (held[i] > 0) {
      held[i]--;
      potential[i] = 0;
      return;
    }
    potential[i] = neuron.decay().uniform() * potential[i] + current[i] + neuron.bias().uniform();
    potentials.add(potential[i]);
    if (spiked) {
      potential[i] =
          neuron.reset() == Neuron.Reset.HARD ? 0 : potential[i] - neuron.theta().uniform();
      held[i] = neuron.refractorySteps();
    }
  }
}
