package plastron.export.nir.node;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import plastron.export.hdf5.Hdf5Fields;
import plastron.export.hdf5.Hdf5Group;
import plastron.export.hdf5.Hdf5Node;

/**
 * A NIR graph without inner graphs: those that a file has are taken apart.
 *
 * @param version of NIR that the file names, or {@code unknown}
 * @param nodes by name
 * @param edges between them, each once
 * @param metadata of the graph
 */
public record NirGraph(
    String version, SortedMap<String, NirNode> nodes, List<NirEdge> edges, Hdf5Fields metadata) {

  private static final String GRAPH = "NIRGraph";
  private static final int DEEPEST = 16;

  public NirGraph {
    nodes = Collections.unmodifiableSortedMap(new TreeMap<>(nodes));
    edges = List.copyOf(edges);
  }

  /**
   * The graph of a file.
   *
   * @throws IllegalArgumentException if it has none, or an edge leads nowhere
   */
  public static NirGraph of(Hdf5Group file) {
    Hdf5Fields root = new Hdf5Fields("File", file);
    Hdf5Fields graph = new Hdf5Fields("Graph", root.inner("node").group());
    if (!graph.text("type").equals(GRAPH)) {
      throw new IllegalArgumentException(
          "Outermost node (%s) must be of type %s.".formatted(graph.text("type"), GRAPH));
    }
    Reading reading = new Reading();
    reading.graph(graph, "", 0);
    return new NirGraph(
        root.has("version") ? root.text("version") : "unknown",
        reading.nodes,
        reading.edges,
        new Hdf5Fields("Metadata", graph.innerOrEmpty("metadata").group()));
  }

  /** Takes inner graphs apart. */
  private static final class Reading {
    private final SortedMap<String, NirNode> nodes = new TreeMap<>();
    private final List<NirEdge> edges = new ArrayList<>();
    private final Set<NirEdge> seen = new HashSet<>();

    private void graph(Hdf5Fields graph, String prefix, int depth) {
      if (depth > DEEPEST) {
        throw new IllegalArgumentException(
            "Graph (%s) must lie within at most %d others.".formatted(prefix, DEEPEST));
      }
      Map<String, NirNode> begins = new TreeMap<>();
      Map<String, NirNode> ends = new TreeMap<>();
      Hdf5Fields all = graph.inner("nodes");
      for (Map.Entry<String, Hdf5Node> child : all.group().children().entrySet()) {
        String name = prefix + child.getKey();
        Hdf5Fields fields = all.inner(child.getKey());
        String type = fields.text("type");
        if (type.equals(GRAPH)) {
          graph(fields, name + ".", depth + 1);
          begins.put(child.getKey(), only(name, "Input"));
          ends.put(child.getKey(), only(name, "Output"));
        } else {
          boolean inner = depth > 0 && (type.equals("Input") || type.equals("Output"));
          NirNode node = NirNode.of(name, inner ? NirNode.IDENTITY : type, fields.group());
          add(node);
          begins.put(child.getKey(), node);
          ends.put(child.getKey(), node);
        }
      }
      edges(graph, begins, ends);
    }

    private void add(NirNode node) {
      if (nodes.put(node.name(), node) != null) {
        throw new IllegalArgumentException(
            "Node name (%s) is used twice, once in an inner graph.".formatted(node.name()));
      }
    }

    /** Where edges to an inner graph lead, and those from it begin. */
    private NirNode only(String graph, String type) {
      List<NirNode> found =
          nodes.values().stream()
              .filter(n -> n.name().startsWith(graph + "."))
              .filter(n -> n.name().indexOf('.', graph.length() + 1) < 0)
              .filter(n -> n.type().equals(NirNode.IDENTITY))
              .filter(n -> n.fields().text("type").equals(type))
              .toList();
      if (found.size() != 1) {
        throw new IllegalArgumentException(
            "Inner graph %s (%d nodes of type %s) must have one. Maybe take it apart."
                .formatted(graph, found.size(), type));
      }
      return found.getFirst();
    }

    private void edges(Hdf5Fields graph, Map<String, NirNode> begins, Map<String, NirNode> ends) {
      List<String> names = graph.has("edges") ? edgeNames(graph) : List.of();
      for (int e = 0; e + 1 < names.size(); e += 2) {
        NirEdge edge =
            new NirEdge(
                end(names.get(e), ends, names.get(e + 1)).name(),
                end(names.get(e + 1), begins, names.get(e)).name());
        if (!seen.add(edge)) {
          throw new IllegalArgumentException("Edge (%s) stands twice.".formatted(edge));
        }
        edges.add(edge);
      }
    }

    private static List<String> edgeNames(Hdf5Fields graph) {
      if (graph.array("edges").size() == 0) {
        return List.of();
      }
      List<Integer> shape = graph.shape("edges");
      if (shape.size() != 2 || shape.get(1) != 2) {
        throw new IllegalArgumentException(
            "Edges (%s) must be pairs of names.".formatted(graph.array("edges").describe()));
      }
      return graph.texts("edges");
    }

    private static NirNode end(String name, Map<String, NirNode> nodes, String other) {
      NirNode node = nodes.get(name);
      if (node == null) {
        throw new IllegalArgumentException(
            "Edge of node %s names node (%s), which is not one of %s."
                .formatted(other, name, nodes.keySet().stream().limit(20).toList()));
      }
      return node;
    }
  }
}
