package plastron.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import plastron.core.kernel.Rows;
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
  private Optional<NeuronDynamics> dynamics = Optional.empty();
  private final @Nullable NeuronState neurons;
  private final float[] current;
  private final float[] bias;
  private final float[] lowered;

  PopulationRun(Population population) {
    this.population = population;
    boolean computes = !(population.neuron() instanceof Neuron.SpikeSource);
    neurons = computes ? NeuronState.of(population) : null;
    current = computes ? new float[population.size()] : NONE;
    bias = current.clone();
    lowered = current.clone();
    spikes = new int[population.size()];
  }

  boolean isSource() {
    return neurons == null;
  }

  boolean integratesOnly() {
    return population.neuron() instanceof Neuron.LeakyIntegrator;
  }

  /** The potentials of the last step, live; empty for a source. */
  float[] potentials() {
    return neurons == null ? NONE : neurons.potentials();
  }

  void drivenBy(NeuronDynamics newDynamics) {
    dynamics = Optional.of(newDynamics);
    newDynamics.reset(bias, lowered);
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
      if (dynamics.isPresent()) {
        Rows.add(current, bias);
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
      listeners.get(l).step(spikes, count, potentials());
    }
  }

  void endStep() {
    if (dynamics.isPresent()) {
      dynamics.get().endStep(bias, lowered);
    }
  }

  void reset() {
    count = 0;
    if (neurons != null) {
      neurons.reset();
    }
    Arrays.fill(bias, 0);
    Arrays.fill(lowered, 0);
    dynamics.ifPresent(d -> d.reset(bias, lowered));
    listeners.forEach(PopulationListener::reset);
  }
}
