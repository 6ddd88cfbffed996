package plastron.export.nir.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import plastron.core.network.Connectivity;
import plastron.core.network.DelayPlace;
import plastron.core.network.Delivery;
import plastron.core.network.Kernel;
import plastron.core.network.SynapseRows;
import plastron.plasticity.catalogue.Catalogue;
import plastron.plasticity.family.RuleOptions;
import plastron.plasticity.model.PlasticProjection;
import plastron.plasticity.rule.PlasticityRule;

/**
 * A route as a projection with fixed weights.
 *
 * @param name of the projection
 * @param route with all of its delay
 * @param to name of the population at its end
 * @param inside whether the two populations reach each other: there every effect takes a step
 */
record RouteProjection(String name, Route route, String to, boolean inside) {

  private static final PlasticityRule STATIC =
      Catalogue.find("static").orElseThrow().build(RuleOptions.paper());

  private static final String WEIGHT = "W";

  PlasticProjection projection() {
    Spread spread = spread();
    int steps = Math.max(spread.delay, inside ? 1 : 0);
    LinearMap map = route.map();
    List<List<Integer>> posts = new ArrayList<>();
    List<List<Double>> weights = new ArrayList<>();
    for (int j = 0; j < map.inputs(); j++) {
      posts.add(new ArrayList<>());
      weights.add(new ArrayList<>());
    }
    for (int i = 0; i < map.outputs(); i++) {
      for (int k = 0; k < map.columns(i).length; k++) {
        posts.get(map.columns(i)[k]).add(i);
        weights.get(map.columns(i)[k]).add(map.values(i)[k] * spread.factor);
      }
    }
    int[][] rows =
        posts.stream()
            .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
            .toArray(int[][]::new);
    double[][] w =
        weights.stream()
            .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
    SynapseRows synapses = SynapseRows.of(rows, map.outputs());
    return new PlasticProjection(
        name,
        route.from(),
        to,
        synapses.isComplete() ? new Connectivity.Dense() : new Connectivity.Rows(synapses),
        spread.kernel,
        Delivery.ARRIVAL,
        DelayPlace.DENDRITE,
        inside ? steps - 1 : steps,
        STATIC,
        Map.of(),
        Map.of(WEIGHT, w));
  }

  /** A kernel, what weights are multiplied by for it, and the delay that is left. */
  private record Spread(Kernel kernel, double factor, int delay) {}

  private Spread spread() {
    List<Double> filters = route.filters();
    if (IntStream.range(0, filters.size()).anyMatch(k -> filters.get(k) >= 1)) {
      throw refused("a current that never decays, of an integrator on the way to it");
    }
    if (filters.isEmpty()) {
      return new Spread(new Kernel.Delta(), 1, route.delay());
    }
    double tau = -1 / Math.log(filters.getFirst());
    if (filters.size() == 1) {
      return new Spread(new Kernel.Exponential(tau), 1, route.delay());
    }
    // An alpha kernel is 0 at the spike itself: it is the two filters one step later.
    int least = inside ? 2 : 1;
    if (filters.size() > 2
        || !filters.getFirst().equals(filters.getLast())
        || route.delay() < least) {
      throw refused(
          "currents through filters with factors %s per step after %d steps, expected one filter, or two alike after %d"
              .formatted(filters, route.delay(), least));
    }
    return new Spread(new Kernel.Alpha(tau), tau * Math.exp(1 / tau) / Math.E, route.delay() - 1);
  }

  private IllegalArgumentException refused(String what) {
    return new IllegalArgumentException(
        "Node %s takes, from node %s, %s.".formatted(to, route.from(), what));
  }
}
