package plastron.export.nir.read;

import java.util.List;

/**
 * What a node gives or takes.
 *
 * @param shape length along every side
 * @param routes how it comes about
 */
record Flow(List<Integer> shape, List<Route> routes) {

  /** The largest population and the most values at a place. */
  private static final long MOST = Runtime.getRuntime().maxMemory() / 1024;

  /** What a population gives. */
  static Flow of(String population, List<Integer> shape) {
    return new Flow(
        shape, List.of(new Route(population, 0, List.of(), LinearMap.identity(size(shape)))));
  }

  /** Number of values. */
  int size() {
    return size(shape);
  }

  /** Throws {@link IllegalArgumentException} if that is nothing, or more than memory holds. */
  static int size(List<Integer> shape) {
    long size = 1;
    for (int length : shape) {
      size = length < 0 || size > MOST ? Long.MAX_VALUE : size * length;
    }
    if (size < 1 || size > MOST) {
      throw new IllegalArgumentException(
          "Shape %s must have from 1 to %d values.".formatted(shape, MOST));
    }
    return (int) size;
  }
}
