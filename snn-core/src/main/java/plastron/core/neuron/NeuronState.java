package plastron.core.neuron;

import plastron.core.network.Neuron;
import plastron.core.network.Population;

/** The state of all neurons of one population. Owned by one thread. */
public sealed interface NeuronState
    permits LifState, AdaptiveLifState, SrmState, LeakyIntegratorState {

  /**
   * A state at rest; throws {@link IllegalArgumentException} for a spike source, which has no
   * state.
   */
  static NeuronState of(Population population) {
    return switch (population.neuron()) {
      case Neuron.Srm srm -> new SrmState(srm, population.size());
      case Neuron.Lif lif -> new LifState(lif, population.size());
      case Neuron.AdaptiveLif alif -> new AdaptiveLifState(alif, population.size());
      case Neuron.LeakyIntegrator li -> new LeakyIntegratorState(li, population.size());
      case Neuron.SpikeSource source ->
          throw new IllegalArgumentException(
              "Population %s (a spike source) computes nothing.".formatted(population.name()));
    };
  }

  /**
   * Goes through one step.
   *
   * @param current what arrives in this step, by neuron; not modified
   * @param lowered by how much the threshold of each neuron is lower in this step; not modified
   * @param spikes length at least the number of neurons, its first entries are overwritten with the
   *     neurons that spike, in ascending order
   * @return how many spike
   */
  int step(float[] current, float[] lowered, int[] spikes);

  /**
   * The potentials that were compared with the threshold in the last step, before any reset; live.
   */
  float[] potentials();

  /** Returns to rest. */
  void reset();
}
