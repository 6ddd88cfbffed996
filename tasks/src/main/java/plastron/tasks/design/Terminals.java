package plastron.tasks.design;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.plasticity.model.PlasticGraph;

/**
 * Where a task meets its network: the spike sources that its trials feed and the population that it
 * reads.
 *
 * @param sources in the order in which trials have spikes for them, at least one
 * @param output what is read
 * @param signals names of those that its trials give to rules that read them
 */
public record Terminals(List<Terminal> sources, Terminal output, List<String> signals) {

  public Terminals {
    sources = List.copyOf(sources);
    signals = List.copyOf(signals);
  }

  /** Of a task that gives no signals. */
  public Terminals(List<Terminal> sources, Terminal output) {
    this(sources, output, List.of());
  }

  /** The same of a task that gives signals. */
  public Terminals withSignals(List<String> names) {
    return new Terminals(sources, output, names);
  }

  /** Those of a network: its sources, and the first population that sends to no other. */
  public static Terminals of(PlasticGraph graph) {
    return new Terminals(
        IntStream.of(graph.inputs())
            .mapToObj(p -> Terminal.of(graph.populations().get(p)))
            .toList(),
        Terminal.of(graph.populations().get(graph.outputs()[0])));
  }

  /** The terminal of this name. */
  public Optional<Terminal> named(String population) {
    return Stream.concat(sources.stream(), Stream.of(output))
        .filter(terminal -> terminal.population().equals(population))
        .findFirst();
  }

  /**
   * A population that a task knows by name.
   *
   * @param population its name
   * @param size number of its neurons
   * @param kind what its neurons do
   */
  public record Terminal(String population, int size, Kind kind) {

    /** What a population would be as a terminal. */
    public static Terminal of(Population population) {
      return new Terminal(population.name(), population.size(), Kind.of(population.neuron()));
    }

    /** For people. */
    @Override
    public String toString() {
      return "%s (%d %s)".formatted(population, size, kind.words);
    }
  }

  /** What the neurons of a population do for a task. */
  public enum Kind {
    /** They are given spikes. */
    SOURCE("spike sources"),
    /** They spike of themselves. */
    SPIKING("spiking neurons"),
    /** They have potentials and never spike. */
    INTEGRATOR("leaky integrators");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    private static Kind of(Neuron neuron) {
      return switch (neuron) {
        case Neuron.SpikeSource source -> SOURCE;
        case Neuron.LeakyIntegrator integrator -> INTEGRATOR;
        case Neuron.Srm srm -> SPIKING;
        case Neuron.Lif lif -> SPIKING;
        case Neuron.AdaptiveLif lif -> SPIKING;
      };
    }
  }
}
