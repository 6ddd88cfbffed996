package plastron.tasks.conformance;

import java.util.HashMap;
import java.util.Map;
import plastron.slayer.sweep.SweepObserver;

/** Keeps what a replayed episode shows. */
final class ObservedEpisode implements SweepObserver {

  private record Entry(int window, int layer, String symbol, int from, int to) {}

  private final double[][][] potentials;
  private final Map<Entry, Double> symbols = new HashMap<>();

  ObservedEpisode(int[] sizes, int steps) {
    potentials = new double[sizes.length - 1][steps][];
    for (int l = 0; l < potentials.length; l++) {
      for (int t = 0; t < steps; t++) {
        potentials[l][t] = new double[sizes[l + 1]];
      }
    }
  }

  @Override
  public void potential(int population, int step, int neuron, double u) {
    potentials[population - 1][step][neuron] = u;
  }

  @Override
  public void symbol(int window, int site, String symbol, int from, int to, double value) {
    symbols.put(new Entry(window, site, symbol, from, to), value);
  }

  double potential(int layer, int step, int neuron) {
    return potentials[layer][step][neuron];
  }

  /** A value after the update of a window; NaN if no such value was shown. */
  double symbol(int window, int layer, String symbol, int from, int to) {
    return symbols.getOrDefault(new Entry(window, layer, symbol, from, to), Double.NaN);
  }
}
