package plastron.export.nir.read;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import plastron.core.check.Require;
import plastron.export.nir.node.NirEdge;
import plastron.export.nir.node.NirGraph;
import plastron.export.nir.node.NirNode;
import plastron.export.nir.node.NirSteps;

/**
 * What flows along the edges of a graph: nodes that spike begin a flow, all others change it. A
 * node that only integrates is a filter to what comes after it.
 */
final class Flows {

  private final NirSteps steps;

  /** By node, those with an edge to it, and those that it has an edge to. */
  private final Map<String, List<NirNode>> before = new TreeMap<>();

  private final Map<String, List<NirNode>> after = new TreeMap<>();
  private final Map<String, Flow> given = new HashMap<>();

  Flows(NirGraph graph, NirSteps steps) {
    this.steps = steps;
    List<String> known =
        Stream.of(Stateful.FIRING, Stateful.SILENT, Stateless.TYPES, List.of("Input"))
            .flatMap(List::stream)
            .toList();
    for (NirNode node : graph.nodes().values()) {
      Require.oneOf("Type of node " + node.name(), node.type(), known);
    }
    for (NirEdge edge : graph.edges()) {
      NirNode from = Objects.requireNonNull(graph.nodes().get(edge.from()));
      NirNode to = Objects.requireNonNull(graph.nodes().get(edge.to()));
      before.computeIfAbsent(to.name(), name -> new ArrayList<>()).add(from);
      after.computeIfAbsent(from.name(), name -> new ArrayList<>()).add(to);
    }
    for (NirNode node : graph.nodes().values()) {
      if (node.type().equals("Input") && !before(node).isEmpty()) {
        throw new IllegalArgumentException(
            "%s has an edge to it, expected none.".formatted(node.subject()));
      }
    }
  }

  private static boolean begins(NirNode node) {
    return node.type().equals("Input") || Stateful.FIRING.contains(node.type());
  }

  /** Nodes with an edge to a node. */
  List<NirNode> before(NirNode node) {
    return before.getOrDefault(node.name(), List.of());
  }

  /** Nodes with an edge from a node. */
  List<NirNode> after(NirNode node) {
    return after.getOrDefault(node.name(), List.of());
  }

  /**
   * Works out what comes to some nodes.
   *
   * @throws IllegalArgumentException if nodes that never spike form a cycle on the way
   */
  void reach(List<NirNode> places) {
    Set<NirNode> needed = new HashSet<>();
    Deque<NirNode> open = new ArrayDeque<>();
    places.forEach(place -> open.addAll(before(place)));
    while (!open.isEmpty()) {
      NirNode node = open.removeLast();
      if (needed.add(node) && !begins(node)) {
        open.addAll(before(node));
      }
    }
    Map<NirNode, Integer> waiting = new HashMap<>();
    for (NirNode node : needed) {
      int count = begins(node) ? 0 : before(node).size();
      waiting.put(node, count);
      if (count == 0) {
        open.add(node);
      }
    }
    int done = 0;
    while (!open.isEmpty()) {
      NirNode node = open.removeLast();
      given.put(node.name(), given(node));
      done++;
      for (NirNode next : after(node)) {
        if (needed.contains(next) && !begins(next) && waiting.merge(next, -1, Integer::sum) == 0) {
          open.add(next);
        }
      }
    }
    if (done < needed.size()) {
      throw new IllegalArgumentException(
          "Nodes %s are in or behind a cycle in which nothing spikes, expected a neuron in every cycle."
              .formatted(
                  needed.stream()
                      .map(NirNode::name)
                      .filter(name -> !given.containsKey(name))
                      .sorted()
                      .limit(20)
                      .toList()));
    }
  }

  private Flow given(NirNode node) {
    if (node.type().equals("Input")) {
      return Flow.of(node.name(), shape(node));
    }
    if (begins(node)) {
      return Flow.of(node.name(), Stateful.shape(node, this::sizeBefore));
    }
    Flow in = into(node);
    return Stateful.SILENT.contains(node.type())
        ? filtered(node, in)
        : Stateless.of(node, in, steps.with(node.metadata()));
  }

  /** How many values come to a node, as far as its neighbours say it. */
  private List<Integer> sizeBefore(NirNode node) {
    return before(node).stream()
        .filter(other -> other.type().equals("Linear") || other.type().equals("Affine"))
        .findFirst()
        .map(other -> other.fields().shape("weight").subList(0, 1))
        .orElse(List.of(1));
  }

  private static List<Integer> shape(NirNode node) {
    List<Integer> shape = new ArrayList<>();
    for (int length : node.fields().integers("shape")) {
      shape.add(length);
    }
    return shape;
  }

  /** The sum of what comes to a node; {@link #reach} has been there. */
  Flow into(NirNode node) {
    List<Route> routes = new ArrayList<>();
    List<Integer> shape = List.of();
    for (NirNode other : before(node)) {
      Flow flow = Objects.requireNonNull(given.get(other.name()));
      if (!routes.isEmpty() && Flow.size(shape) != flow.size()) {
        throw new IllegalArgumentException(
            "%s takes %s values and %s values from node %s, expected as many from all."
                .formatted(node.subject(), shape, flow.shape(), other.name()));
      }
      shape = flow.shape();
      routes.addAll(flow.routes());
    }
    if (before(node).isEmpty()) {
      if (Stateless.TYPES.contains(node.type())) {
        throw new IllegalArgumentException(
            "%s has no edge to it, expected one.".formatted(node.subject()));
      }
      shape = Stateful.shape(node, this::sizeBefore);
    }
    return new Flow(shape, Route.merged(routes));
  }

  private Flow filtered(NirNode node, Flow in) {
    Stateful filter = Stateful.of(node, in, steps);
    List<Route> currents = new ArrayList<>(filter.currents(in.routes()));
    if (Arrays.stream(filter.leak()).anyMatch(leak -> leak != 0)) {
      LinearMap leak = LinearMap.dense(filter.size(), 1, filter.leak());
      currents.add(new Route(Route.ONE, 0, List.of(), leak));
    }
    return new Flow(
        filter.shape(),
        Route.merged(
            currents.stream()
                .flatMap(route -> Route.split(route, filter.decay(), Route::through))
                .toList()));
  }
}
