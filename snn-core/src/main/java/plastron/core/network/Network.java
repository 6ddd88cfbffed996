package plastron.core.network;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import plastron.core.check.Require;

/**
 * A spiking network.
 *
 * @param populations each with a name of its own
 * @param projections each with a name of its own, between populations of the network, with weights
 *     of fitting shape
 */
public record Network(List<Population> populations, List<Projection> projections) {

  public Network {
    populations = Require.all("Populations of a network", populations);
    projections = Require.all("Projections of a network", projections);
    Set<String> names = new HashSet<>();
    for (Population population : populations) {
      if (!names.add(population.name())) {
        throw new IllegalArgumentException(
            "Population name (%s) is used twice.".formatted(population.name()));
      }
    }
    names.clear();
    for (Projection projection : projections) {
      if (!names.add(projection.name())) {
        throw new IllegalArgumentException(
            "Projection name (%s) is used twice.".formatted(projection.name()));
      }
      float[][] weights = projection.weights();
      int pre = find(populations, projection.pre()).size();
      int post = find(populations, projection.post()).size();
      Optional<SynapseRows> sparse = projection.synapses();
      boolean fits =
          weights.length == pre
              && sparse.stream().allMatch(s -> s.pre() == pre && s.post() == post);
      for (int j = 0; fits && j < pre; j++) {
        int neuron = j;
        fits = weights[j].length == sparse.map(s -> s.degree(neuron)).orElse(post);
      }
      if (!fits) {
        throw new IllegalArgumentException(
            "Weights of projection %s (%d rows) must be %d rows of %d, or one for each synapse."
                .formatted(projection.name(), weights.length, pre, post));
      }
      if (sparse.isPresent() && projection.latency() instanceof Latency.PerSynapse) {
        throw new IllegalArgumentException(
            "Latencies of projection %s (one per synapse) need all synapses.\nMaybe they can be one per axon."
                .formatted(projection.name()));
      }
      if (!projection.latency().fits(pre, post)) {
        throw new IllegalArgumentException(
            "Latencies of projection %s must be given for %d pre and %d post neurons."
                .formatted(projection.name(), pre, post));
      }
    }
  }

  /** The population of this name; throws {@link IllegalArgumentException} if there is none. */
  public Population population(String name) {
    return find(populations, name);
  }

  private static Population find(List<Population> populations, String name) {
    return populations.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Population (%s) is not one of %s."
                        .formatted(name, populations.stream().map(Population::name).toList())));
  }
}
