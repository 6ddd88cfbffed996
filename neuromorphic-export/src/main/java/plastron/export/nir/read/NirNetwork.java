package plastron.export.nir.read;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plastron.core.network.Components;
import plastron.core.network.Neuron;
import plastron.core.network.Population;
import plastron.export.nir.node.NirGraph;
import plastron.export.nir.node.NirNode;
import plastron.export.nir.node.NirSteps;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.ModelBuilder;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.model.RateEstimator;

/**
 * Makes a network of a NIR graph. Nodes that spike, those that integrate to be read out, and
 * outputs that something else than a neuron leads to become populations; all that lies between them
 * becomes projections with fixed weights. A constant current that is filtered or delayed comes from
 * a neuron that spikes in every step.
 */
public final class NirNetwork {

  private static final String READ_OUT = "Output";

  private final NirGraph graph;
  private final NirSteps steps;
  private final Flows flows;
  private final List<Population> populations = new ArrayList<>();
  private final Map<String, List<Route>> arriving = new LinkedHashMap<>();

  private NirNetwork(NirGraph graph, NirSteps steps) {
    this.graph = graph;
    this.steps = steps;
    flows = new Flows(graph, steps);
  }

  /**
   * The network.
   *
   * @param steps how it goes; a node's own metadata go before them
   * @throws IllegalArgumentException if it is none, or does what no population does
   */
  public static PlasticGraph of(NirGraph graph, NirSteps steps) {
    return new NirNetwork(graph, steps).network();
  }

  private PlasticGraph network() {
    List<NirNode> places = new ArrayList<>();
    for (NirNode node : graph.nodes().values()) {
      if (node.type().equals("Input")) {
        int size = Flow.size(Arrays.stream(node.fields().integers("shape")).boxed().toList());
        populations.add(new Population(node.name(), size, new Neuron.SpikeSource()));
      } else if (isPlace(node)) {
        places.add(node);
      }
    }
    flows.reach(places);
    places.forEach(this::place);
    addOne();
    return new PlasticGraph(
        populations,
        projections(),
        List.of(),
        List.of(),
        new Clock(ModelBuilder.INTERVAL, new RateEstimator.Boxcar(), 1));
  }

  private boolean isPlace(NirNode node) {
    if (Stateful.FIRING.contains(node.type())) {
      return true;
    }
    if (Stateful.SILENT.contains(node.type())) {
      return flows.after(node).isEmpty() || flows.after(node).stream().anyMatch(this::isReadOnly);
    }
    return node.type().equals(READ_OUT) && !isDirect(node);
  }

  /** Whether all that a node does is to lead to outputs. */
  private boolean isReadOnly(NirNode node) {
    return Stateless.isIdentity(node)
        && (flows.after(node).isEmpty() || flows.after(node).stream().allMatch(this::isReadOnly));
  }

  /** Whether a node gives what a single population does. */
  private boolean isDirect(NirNode node) {
    if (!Stateless.isIdentity(node)) {
      return !Stateless.TYPES.contains(node.type());
    }
    return flows.before(node).size() == 1 && isDirect(flows.before(node).getFirst());
  }

  private void place(NirNode node) {
    Flow in = flows.into(node);
    List<Route> currents;
    if (node.type().equals(READ_OUT)) {
      currents = in.routes();
      double[] bias = constant(currents, in.size());
      populations.add(
          new Population(node.name(), in.size(), Stateful.readOut(in.shape()).neuron(bias)));
    } else {
      Stateful neurons = Stateful.of(node, in, steps);
      currents = neurons.currents(in.routes());
      double[] bias = constant(currents, neurons.size());
      populations.add(new Population(node.name(), neurons.size(), neurons.neuron(bias)));
    }
    arriving.put(node.name(), currents.stream().filter(r -> !r.isConstant()).toList());
  }

  private static double[] constant(List<Route> routes, int size) {
    double[] sum = new double[size];
    for (Route route : routes) {
      for (int i = 0; i < size && route.isConstant(); i++) {
        sum[i] += route.map().columns(i).length > 0 ? route.map().values(i)[0] : 0;
      }
    }
    return sum;
  }

  /** The neuron that spikes in every step, where something comes from it. */
  private void addOne() {
    if (arriving.values().stream()
        .flatMap(List::stream)
        .anyMatch(r -> r.from().equals(Route.ONE))) {
      String name = "one";
      while (graph.nodes().containsKey(name)) {
        name += "-";
      }
      String one = name;
      populations.add(new Population(one, 1, new Neuron.Lif(1, 0, 1, Neuron.Reset.HARD, 0)));
      arriving.replaceAll(
          (to, routes) ->
              routes.stream()
                  .map(
                      r ->
                          r.from().equals(Route.ONE)
                              ? new Route(one, r.delay(), r.filters(), r.map())
                              : r)
                  .toList());
    }
  }

  private List<PlasticProjection> projections() {
    List<String> names = populations.stream().map(Population::name).toList();
    List<Components.Edge> edges = new ArrayList<>();
    arriving.forEach(
        (to, routes) ->
            routes.forEach(
                r -> edges.add(new Components.Edge(names.indexOf(r.from()), names.indexOf(to)))));
    Components components = Components.of(names.size(), edges);
    List<PlasticProjection> projections = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    arriving.forEach(
        (to, routes) -> {
          for (Route route : routes) {
            String name = route.from() + "-" + to;
            for (int k = 2; !taken.add(name); k++) {
              name = "%s-%s-%d".formatted(route.from(), to, k);
            }
            boolean inside = components.together(names.indexOf(route.from()), names.indexOf(to));
            int latency = graph.nodes().containsKey(route.from()) ? steps.latency() : 0;
            projections.add(
                new RouteProjection(name, route.later(latency), to, inside).projection());
          }
        });
    return projections;
  }
}
