package plastron.core.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import plastron.core.network.Network;
import plastron.core.network.Population;
import plastron.core.network.Projection;
import plastron.core.spikes.SpikeRaster;
import plastron.core.synapse.SynapseState;

/**
 * The float simulator: a spike costs one row of weights, a silent neuron nothing on delivery. Any
 * directed graph of projections runs, cycles included where they have a latency of at least 1. A
 * projection without latency is seen by its receivers in the same step. Nothing is allocated within
 * a step. Owned by one thread.
 */
public final class EventDrivenRunner implements Runner {

  private final Map<String, PopulationRun> populations = new LinkedHashMap<>();
  private final List<PopulationRun> all;
  private final List<PopulationRun> sources;
  private final List<PopulationRun> integrators;
  private final int[] order;
  private final List<ProjectionRun> projections = new ArrayList<>();

  /**
   * A runner at rest for a network of fixed weights; see {@link #EventDrivenRunner(Network, Map)}.
   */
  public EventDrivenRunner(Network network) {
    this(network, Map.of());
  }

  /**
   * A runner at rest.
   *
   * @param dynamics by name of projection, what changes its weights; other projections keep theirs
   * @throws IllegalArgumentException if projections without latency form a cycle, a projection
   *     leads to a spike source or a projection that dynamics are for does not exist
   */
  public EventDrivenRunner(Network network, Map<String, SynapseDynamics> dynamics) {
    for (Population population : network.populations()) {
      populations.put(population.name(), new PopulationRun(population));
    }
    all = List.copyOf(populations.values());
    sources = all.stream().filter(PopulationRun::isSource).toList();
    integrators = all.stream().filter(PopulationRun::integratesOnly).toList();
    order = ProcessingOrder.of(network).stream().mapToInt(network.populations()::indexOf).toArray();
    List<String> names = network.projections().stream().map(Projection::name).toList();
    for (String name : dynamics.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "Projection (%s) of synapse dynamics is not one of %s.".formatted(name, names));
      }
    }
    for (Projection projection : network.projections()) {
      connect(projection, dynamics);
    }
    reset();
  }

  private void connect(Projection projection, Map<String, SynapseDynamics> dynamics) {
    PopulationRun pre = population(projection.pre());
    PopulationRun post = population(projection.post());
    if (post.isSource()) {
      throw new IllegalArgumentException(
          "Projection %s leads to population (%s), a spike source, which receives nothing."
              .formatted(projection.name(), projection.post()));
    }
    SynapseDynamics changes = dynamics.get(projection.name());
    SynapseState synapses =
        SynapseState.of(projection, pre.population.size(), post.population.size(), changes != null);
    pre.outgoing.add(synapses);
    post.incoming.add(synapses);
    projections.add(new ProjectionRun(pre, post, synapses, changes));
  }

  private PopulationRun population(String name) {
    PopulationRun population = populations.get(name);
    if (population == null) {
      throw new IllegalArgumentException(
          "Population (%s) is not one of %s.".formatted(name, populations.keySet()));
    }
    return population;
  }

  /**
   * Tells {@code listener} from now on what the population of this name does. Best called before
   * the first step.
   */
  public void listen(String name, PopulationListener listener) {
    population(name).listeners.add(listener);
  }

  /**
   * Drives the neurons of the population of this name from now on. Best called before the first
   * step.
   *
   * @throws IllegalArgumentException if there is no such population, or it is a spike source
   */
  public void drive(String name, NeuronDynamics dynamics) {
    PopulationRun population = population(name);
    if (population.isSource()) {
      throw new IllegalArgumentException(
          "Population (%s) is a spike source, which nothing drives.".formatted(name));
    }
    population.drivenBy(dynamics);
  }

  @Override
  public void reset() {
    all.forEach(PopulationRun::reset);
    projections.forEach(ProjectionRun::reset);
  }

  /** As {@link Runner#run(Input)}; a network without rules reads no signals. */
  @Override
  public Recording run(Input input) {
    checkSources(input.withoutSignals());
    int steps = input.steps();
    SpikeRaster[] given = new SpikeRaster[all.size()];
    SpikeRaster[] out = new SpikeRaster[all.size()];
    Map<String, float[][]> potentials = new LinkedHashMap<>();
    for (int p = 0; p < out.length; p++) {
      out[p] = new SpikeRaster(steps, all.get(p).population.size());
    }
    for (int s = 0; s < sources.size(); s++) {
      given[all.indexOf(sources.get(s))] = input.spikes().get(s);
    }
    for (PopulationRun integrator : integrators) {
      potentials.put(integrator.population.name(), new float[steps][integrator.population.size()]);
    }
    List<float[][]> kept = List.copyOf(potentials.values());
    for (int t = 0; t < steps; t++) {
      step(given, t, out);
      for (int p = 0; p < kept.size(); p++) {
        float[] now = integrators.get(p).potentials();
        System.arraycopy(now, 0, kept.get(p)[t], 0, now.length);
      }
    }
    return new Recording(Arrays.asList(out), potentials, Map.of(), List.of(), Map.of());
  }

  private void step(SpikeRaster[] input, int t, SpikeRaster[] out) {
    for (int p = 0; p < projections.size(); p++) {
      projections.get(p).synapses().advance();
    }
    for (int p : order) {
      all.get(p).step(input[p], t, out[p]);
    }
    for (int p = 0; p < projections.size(); p++) {
      projections.get(p).synapses().finish();
    }
    for (int p = 0; p < all.size(); p++) {
      all.get(p).tellListeners();
    }
    for (int p = 0; p < all.size(); p++) {
      all.get(p).endStep();
    }
    for (int p = 0; p < projections.size(); p++) {
      projections.get(p).endStep();
    }
  }

  private void checkSources(List<SpikeRaster> spikes) {
    List<String> names = sources.stream().map(s -> s.population.name()).toList();
    if (spikes.size() != sources.size()) {
      throw new IllegalArgumentException(
          "Number of inputs (%d) must be that of the network's spike sources %s."
              .formatted(spikes.size(), names));
    }
    for (int s = 0; s < spikes.size(); s++) {
      int neurons = sources.get(s).population.size();
      if (spikes.get(s).neurons() != neurons) {
        throw new IllegalArgumentException(
            "Input of population %s (%s) must have %d neurons."
                .formatted(names.get(s), spikes.get(s), neurons));
      }
    }
  }
}
