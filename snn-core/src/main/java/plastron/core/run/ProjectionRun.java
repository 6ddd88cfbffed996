package plastron.core.run;

import org.jspecify.annotations.Nullable;
import plastron.core.synapse.SynapseState;

/**
 * A projection of a running network.
 *
 * @param pre the sending population
 * @param post the receiving population
 * @param synapses weights and what is under way
 * @param dynamics what changes the weights, if anything does
 */
record ProjectionRun(
    PopulationRun pre,
    PopulationRun post,
    SynapseState synapses,
    @Nullable SynapseDynamics dynamics) {

  void endStep() {
    if (dynamics != null
        && dynamics.endStep(pre.spikes, pre.count, post.spikes, post.count, synapses.weights())) {
      synapses.weightsChanged();
    }
  }

  void reset() {
    synapses.reset();
    if (dynamics != null) {
      dynamics.reset(synapses.weights());
    }
  }
}
