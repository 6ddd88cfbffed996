package plastron.export.nir.read;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How spikes of one population come to a place: late, filtered, weighted. All three commute.
 *
 * @param from name of the population, or {@link #ONE}
 * @param delay in steps
 * @param filters factors per step of exponential filters that start at 1, ascending
 * @param map from the population's neurons to the values at the place
 */
record Route(String from, int delay, List<Double> filters, LinearMap map) {

  /** What is 1 in every step. */
  static final String ONE = "";

  /** Whether two routes differ in nothing but their maps. */
  boolean isAlong(Route other) {
    return from.equals(other.from) && delay == other.delay && filters.equals(other.filters);
  }

  /** The same with another map. */
  Route with(LinearMap newMap) {
    return new Route(from, delay, filters, newMap);
  }

  /** The same, later. */
  Route later(int steps) {
    return new Route(from, Math.addExact(delay, steps), filters, map);
  }

  /** The same through a further filter; one that keeps nothing is none. */
  Route through(double decay) {
    if (decay == 0) {
      return this;
    }
    List<Double> all =
        DoubleStream.concat(
                filters.stream().mapToDouble(Double::doubleValue), DoubleStream.of(decay))
            .sorted()
            .boxed()
            .toList();
    return new Route(from, delay, all, map);
  }

  /** Whether it is the same in every step from the first one on. */
  boolean isConstant() {
    return from.equals(ONE) && delay == 0 && filters.isEmpty();
  }

  /** Routes of which those along each other are one. */
  static List<Route> merged(List<Route> routes) {
    return routes.stream()
        .collect(
            java.util.ArrayList<Route>::new,
            Route::add,
            (a, b) -> b.forEach(route -> add(a, route)));
  }

  private static void add(List<Route> all, Route route) {
    for (int k = 0; k < all.size(); k++) {
      if (all.get(k).isAlong(route)) {
        all.set(k, all.get(k).with(all.get(k).map().plus(route.map())));
        return;
      }
    }
    all.add(route);
  }

  /** Splits by what outputs differ in. */
  static Stream<Route> split(Route route, double[] by, Change change) {
    if (DoubleStream.of(by).distinct().count() == 1) {
      return Stream.of(change.of(route, by[0]));
    }
    return DoubleStream.of(by)
        .distinct()
        .mapToObj(value -> change.of(route.with(route.map().rows(i -> by[i] == value)), value))
        .filter(part -> !part.map().isEmpty());
  }

  /** What happens to the outputs of one value. */
  interface Change {
    /** The changed route. */
    Route of(Route route, double value);
  }
}
