package plastron.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.core.neuron.NeuronState;
import plastron.core.spikes.SpikeRaster;
import plastron.core.synapse.SynapseState;

/**
 * A population of a running network: its neurons, the spikes of the present step, its synapses and
 * listeners.
 */
final class PopulationRun {

  private static final float[] NONE = new float[0];

  final Population population;
  final List<SynapseState> incoming = new ArrayList<>();
  final List<SynapseState> outgoing = new ArrayList<>();
  final List<PopulationListener> listeners = new ArrayList<>();
  final int[] spikes;
  int count;
  private final @Nullable NeuronState neurons;
  private final float[] current;
  private final float[] lowered;

  PopulationRun(Population population) {
    this.population = population;
    boolean computes = !(population.neuron() instanceof Neuron.SpikeSource);
    neurons = computes ? NeuronState.of(population) : null;
    current = computes ? new float[population.size()] : NONE;
    lowered = current.clone();
    spikes = new int[population.size()];
  }

  boolean isSource() {
    return neurons == null;
  }

  /**
   * Goes through a step and hands its spikes to its synapses; a source takes its spikes from {@code
   * input}.
   */
  void step(@Nullable SpikeRaster input, int t, SpikeRaster out) {
    if (neurons != null) {
      Arrays.fill(current, 0);
      for (int p = 0; p < incoming.size(); p++) {
        incoming.get(p).addCurrent(current);
      }
      count = neurons.step(current, lowered, spikes);
    } else if (input != null) {
      count = input.spikes(t, spikes);
    }
    for (int k = 0; k < count; k++) {
      out.set(t, spikes[k]);
    }
    for (int p = 0; p < outgoing.size(); p++) {
      outgoing.get(p).deliver(spikes, count);
    }
  }

  void tellListeners() {
    for (int l = 0; l < listeners.size(); l++) {
      listeners.get(l).step(spikes, count, neurons == null ? NONE : neurons.potentials());
    }
  }

  void reset() {
    count = 0;
    if (neurons != null) {
      neurons.reset();
    }
    listeners.forEach(PopulationListener::reset);
  }
}
