package plastron.slayer.f64;

import java.util.Set;
import plastron.core.network.Components;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.plasticity.f64.RuleShape64;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.f64.kernel.Filter64;
import plastron.slayer.f64.rule.SiteForm64;
import plastron.slayer.sweep.SweepOptions;

/**
 * One projection before any array of a sweep is made: all that decides what these are.
 *
 * @param site its rule
 * @param from index of the sending population
 * @param to index of the receiving population
 * @param inner whether the pre spikes depend on parameters
 * @param loop whether spikes and currents go through time together, step by step: where both
 *     populations reach each other, and where single spikes change the weights
 * @param axonDelay steps that spikes travel before they meet a weight, at least 0
 * @param dendriteDelay steps that currents travel behind the synapses, at least 0
 * @param filter the kernel
 * @param delivery whether a spike meets the weight of its arrival or that of every later step
 * @param renewed whether delivery by trace has to form currents anew in every window
 */
record ProjectionForm64(
    SiteForm64 site,
    int from,
    int to,
    boolean inner,
    boolean loop,
    int axonDelay,
    int dendriteDelay,
    Filter64 filter,
    Delivery delivery,
    boolean renewed) {

  /** The form of a projection. */
  static ProjectionForm64 of(
      PlasticProjection projection,
      PlasticGraph graph,
      Components components,
      Set<Integer> sources,
      SweepOptions options) {
    SiteForm64 site = SiteForm64.of(projection, graph, sources);
    int from = graph.index(projection.from());
    int to = graph.index(projection.to());
    // Where weights never change and no gradient is cut, forming currents anew changes nothing.
    boolean renewed =
        options.truncateWindows() < Integer.MAX_VALUE || !site.rule().updates().isEmpty();
    int delay = graph.delay(projection, components);
    boolean axon = projection.place() == DelayPlace.AXON;
    return new ProjectionForm64(
        site,
        from,
        to,
        !sources.contains(from),
        components.together(from, to) || projection.rule().isTimed(),
        axon ? delay : 0,
        axon ? 0 : delay,
        Filter64.of(projection.kernel()),
        projection.delivery(),
        renewed);
  }

  /** Whether single spikes change the weights. */
  boolean isTimed() {
    return site.rule().rule().isTimed();
  }

  RuleShape64 shape() {
    return site.shape();
  }

  /** Whether currents are formed anew in every window. */
  boolean refreshed() {
    return renewed && delivery == Delivery.TRACE;
  }

  /** How many rows of filtered inputs there are. */
  int traceStates() {
    return refreshed() ? filter.stateCount() : 0;
  }

  /**
   * How many rows of filtered inputs a chunk is told of where nobody else has any: by them the
   * current that it begins with depends on weights that stay as they are.
   */
  int heardStates() {
    return delivery == Delivery.TRACE && !renewed ? filter.stateCount() : 0;
  }
}
