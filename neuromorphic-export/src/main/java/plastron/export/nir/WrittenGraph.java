package plastron.export.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import plastron.export.diagnostic.Diagnostics;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;
import plastron.export.nir.node.NirEdge;
import plastron.export.nir.node.NirGraph;
import plastron.export.nir.node.NirNode;
import plastron.export.nir.node.NirSteps;
import plastron.export.nir.schema.PlasticitySchema;
import plastron.export.nir.write.NirNodes;
import plastron.export.nir.write.NodeNames;
import plastron.export.nir.write.Sayable;
import plastron.plasticity.model.PlasticModel;

/**
 * A graph that {@link NirExporter} wrote: the model is in the metadata, and the nodes have to say
 * the same.
 *
 * @param graph the nodes of the file
 * @param model what the metadata say, with the weights of the nodes
 */
record WrittenGraph(NirGraph graph, PlasticModel model) {

  private static final String WAY_OUT =
      " Maybe remove plasticity from the metadata, to read the nodes alone.";

  /** What tools add to a graph that ends in nodes of another type. */
  private static final Set<String> ENDS = Set.of("Input", "Output");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if the metadata hold no model, or the nodes do something else
   */
  static WrittenGraph of(Hdf5Group file, NirGraph graph) {
    Hdf5Fields nodes = new Hdf5Fields("File", file).inner("node").inner("nodes");
    PlasticModel model =
        PlasticitySchema.read(graph.metadata(), new Hdf5Fields("Graph", nodes.group()));
    WrittenGraph written = new WrittenGraph(graph, model);
    written.require();
    return written;
  }

  private void require() {
    Diagnostics diagnostics = new Diagnostics();
    Sayable.check(model, diagnostics);
    if (diagnostics.hasRefusals()) {
      throw new IllegalArgumentException(
          "Metadata hold a model that NIR cannot say: " + diagnostics.all().getFirst());
    }
    if (!NirExporter.STEPS.equals(NirSteps.DEFAULT.with(graph.metadata()))) {
      throw new IllegalArgumentException(
          "Metadata (dt, integration, reset, spike, latency) must be those that were written, %s."
                  .formatted(NirExporter.STEPS)
              + WAY_OUT);
    }
    NirNodes expected = NirNodes.of(model, new NodeNames(model.graph()), NirExporter.STEPS.dt());
    expected.nodes().forEach(this::require);
    Set<String> more = new TreeSet<>(graph.nodes().keySet());
    more.removeAll(expected.nodes().keySet());
    List<NirEdge> edges = new ArrayList<>(graph.edges());
    edges.removeIf(edge -> isEnd(edge.from(), more) || isEnd(edge.to(), more));
    edges.sort(null);
    more.removeIf(name -> isEnd(name, more));
    if (!more.isEmpty() || !edges.equals(expected.edges())) {
      throw new IllegalArgumentException(
          "Nodes and edges must be those of the model in the metadata, not others (%s)."
                  .formatted(more.isEmpty() ? "edges" : more)
              + WAY_OUT);
    }
  }

  private boolean isEnd(String name, Set<String> more) {
    return more.contains(name) && ENDS.contains(type(name));
  }

  private String type(String name) {
    return Optional.ofNullable(graph.nodes().get(name)).map(NirNode::type).orElse("");
  }

  private void require(String name, Hdf5Group expected) {
    NirNode node = graph.nodes().get(name);
    if (node == null) {
      throw new IllegalArgumentException(
          "Node (%s) of the model in the metadata must be there.".formatted(name) + WAY_OUT);
    }
    for (Map.Entry<String, Hdf5Node> field : expected.children().entrySet()) {
      Optional<Hdf5Node> found = node.fields().group().find(field.getKey());
      if (found.filter(field.getValue()::isSaidBy).isEmpty()) {
        throw new IllegalArgumentException(
            "%s, %s, must be as the model in the metadata has it.%s"
                .formatted(node.subject(), field.getKey(), WAY_OUT));
      }
    }
  }
}
