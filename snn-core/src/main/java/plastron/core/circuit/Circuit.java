package plastron.core.circuit;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import plastron.core.check.Require;

/**
 * A spiking network in physical units: populations of neuron models, connections drawn by pattern,
 * and what comes from outside.
 *
 * @param populations each with a name of its own
 * @param connections each with a name of its own, between populations of the circuit
 * @param drives noise and currents that populations receive
 */
public record Circuit(
    List<CircuitPopulation> populations, List<Connections> connections, List<CircuitDrive> drives) {

  public Circuit {
    populations = Require.all("Populations of a circuit", populations);
    connections = Require.all("Connections of a circuit", connections);
    drives = Require.all("Drives of a circuit", drives);
    Set<String> names = new HashSet<>();
    for (CircuitPopulation population : populations) {
      if (!names.add(population.name())) {
        throw new IllegalArgumentException(
            "Population name (%s) is used twice.".formatted(population.name()));
      }
    }
    names.clear();
    for (Connections c : connections) {
      if (!names.add(c.name())) {
        throw new IllegalArgumentException(
            "Name of connections (%s) is used twice.".formatted(c.name()));
      }
      CircuitPopulation pre = find(populations, c.pre());
      CircuitPopulation post = find(populations, c.post());
      post.requireReceiver("Connections " + c.name());
      c.check(pre.size(), post.size());
      if (c.plasticity().orElse(null) instanceof DopamineStdp dopamine) {
        find(populations, dopamine.source());
      }
      if (c.plasticity().orElse(null) instanceof RulePlasticity rule) {
        for (String source : rule.sources()) {
          find(populations, source);
        }
      }
    }
    for (CircuitDrive drive : drives) {
      drive.check(find(populations, drive.population()));
    }
  }

  /** The place of a population of this name among them. */
  public int indexOf(String population) {
    return populations.indexOf(find(populations, population));
  }

  /** How many neurons a population of this name has. */
  public int size(String population) {
    return find(populations, population).size();
  }

  private static CircuitPopulation find(List<CircuitPopulation> populations, String name) {
    return populations.stream()
        .filter(p -> p.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "Population (%s) is not one of %s."
                        .formatted(
                            name, populations.stream().map(CircuitPopulation::name).toList())));
  }
}
