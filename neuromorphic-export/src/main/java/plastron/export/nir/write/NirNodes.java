package plastron.export.nir.write;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.hdf5.Hdf5Array;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.nir.node.NirEdge;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticModel;
import plastron.plasticity.model.PlasticProjection;

/**
 * The nodes and edges that say what a model does while nothing is learned.
 *
 * @param nodes by name
 * @param edges in ascending order
 */
public record NirNodes(SortedMap<String, Hdf5Group> nodes, List<NirEdge> edges) {

  public NirNodes {
    nodes = new TreeMap<>(nodes);
    edges = List.copyOf(edges);
  }

  /**
   * The nodes of a model that {@link Sayable} has let through.
   *
   * @param dt seconds of a step
   */
  public static NirNodes of(PlasticModel model, NodeNames names, double dt) {
    return new Writing(model, names, dt).nodes();
  }

  /** The groups of a NIR file that hold nodes and edges. */
  public Map<String, Hdf5Node> fields() {
    Map<String, Hdf5Node> fields = new TreeMap<>();
    fields.put("type", Hdf5Array.Texts.of("NIRGraph"));
    fields.put("nodes", Hdf5Group.of(nodes));
    fields.put(
        "edges",
        Hdf5Array.Texts.of(edges.stream().map(e -> List.of(e.from(), e.to())).toList(), 2));
    return fields;
  }

  /** Collects nodes. */
  static final class Writing {
    private final PlasticGraph graph;
    private final double[][][] weights;
    private final NodeNames names;
    private final double dt;
    private final SortedMap<String, Hdf5Group> nodes = new TreeMap<>();
    private final List<NirEdge> edges = new ArrayList<>();

    private Writing(PlasticModel model, NodeNames names, double dt) {
      this.graph = model.graph();
      this.names = names;
      this.dt = dt;
      weights = StartWeights.of(model);
    }

    private NirNodes nodes() {
      graph.populations().forEach(this::population);
      for (int p = 0; p < graph.projections().size(); p++) {
        new ProjectionNodes(this, graph, dt).write(graph.projections().get(p), weights[p]);
      }
      outputs();
      edges.sort(null);
      return new NirNodes(nodes, edges);
    }

    NodeNames names() {
      return names;
    }

    /** Adds a node; returns its name. */
    String add(String wanted, String type, Map<String, Hdf5Node> fields) {
      String name = names.free(wanted);
      put(name, type, fields);
      return name;
    }

    void put(String name, String type, Map<String, Hdf5Node> fields) {
      SortedMap<String, Hdf5Node> all = new TreeMap<>(fields);
      all.put("type", Hdf5Array.Texts.of(type));
      nodes.put(name, new Hdf5Group(all));
    }

    void edge(String from, String to) {
      edges.add(new NirEdge(from, to));
    }

    private void population(Population population) {
      String name = names.population(population.name());
      if (population.neuron() instanceof Neuron.SpikeSource) {
        put(name, "Input", Map.of("shape", shape(population.size())));
        return;
      }
      NeuronNode node = NeuronNode.of(population, graph, dt);
      put(name, node.type(), node.fields());
      if (Arrays.stream(node.bias()).anyMatch(b -> b != 0)) {
        Population source = graph.populations().get(graph.inputs()[0]);
        String bias =
            add(
                name + "_bias",
                "Affine",
                Map.of(
                    "weight",
                    new Hdf5Array.Reals(
                        List.of(population.size(), source.size()),
                        new double[population.size() * source.size()],
                        false),
                    "bias",
                    Hdf5Array.Reals.of(node.bias())));
        edge(names.population(source.name()), bias);
        edge(bias, name);
      }
    }

    private static Hdf5Array shape(int size) {
      return Hdf5Array.Integers.of(new long[] {size});
    }

    /** Of every population that leads to no other; if there is none, of all that compute. */
    private void outputs() {
      Set<String> senders = new HashSet<>();
      for (PlasticProjection projection : graph.projections()) {
        if (!projection.from().equals(projection.to())) {
          senders.add(projection.from());
        }
      }
      List<Population> last =
          graph.populations().stream().filter(p -> !senders.contains(p.name())).toList();
      List<Population> read =
          last.isEmpty()
              ? Arrays.stream(graph.computing()).mapToObj(p -> graph.populations().get(p)).toList()
              : last;
      for (Population population : read) {
        String wanted = read.size() == 1 ? "output" : "output_" + population.name();
        String name = add(wanted, "Output", Map.of("shape", shape(population.size())));
        edge(names.population(population.name()), name);
      }
    }
  }
}
