package plastron.plasticity.layered;

import java.util.List;
import plastron.core.memory.ArrayBytes;
import plastron.plasticity.expr.Role;
import plastron.plasticity.expr.Symbol;
import plastron.plasticity.model.Clock;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.RateEstimator;

/**
 * A {@link LayeredModel} without its numbers: all that decides how much memory it takes, and how
 * much those take that work on it.
 *
 * @param inputs number of input neurons, at least 1
 * @param layers as those of the model; their parameters are not looked at and may be missing
 * @param updateInterval steps per window, at least 1
 */
public record LayeredOutline(int inputs, List<PlasticLayer> layers, int updateInterval) {

  public LayeredOutline {
    layers = List.copyOf(layers);
  }

  /** Number of neurons of the input (index 0) and of every layer. */
  public int[] sizes() {
    int[] sizes = new int[layers.size() + 1];
    sizes[0] = inputs;
    for (int l = 0; l < layers.size(); l++) {
      sizes[l + 1] = layers.get(l).size();
    }
    return sizes;
  }

  /**
   * The same as a graph, see {@link LayeredModel#model()}; when rules act is all it says of rates.
   */
  public PlasticGraph graph() {
    return new LayeredGraph(inputs, layers)
        .graph(new Clock(updateInterval, new RateEstimator.Boxcar(), 1));
  }

  /** How many numbers the parameters of all rules are. */
  public long parameters() {
    return sum((rows, columns) -> rows * columns);
  }

  /** Bytes of the parameters in a {@link LayeredModel}. */
  public long bytes() {
    return sum((rows, columns) -> ArrayBytes.rows(rows, columns, Double.BYTES));
  }

  private interface Matrix {
    long measure(long rows, long columns);
  }

  private long sum(Matrix of) {
    int[] sizes = sizes();
    long sum = 0;
    for (int l = 0; l < layers.size(); l++) {
      List<LayerSynapses> projections = layers.get(l).projections();
      for (int p = 0; p < projections.size(); p++) {
        int from = PlasticLayer.sender(l, p);
        for (Symbol symbol : projections.get(p).rule().symbols(Role.PARAMETER)) {
          sum +=
              of.measure(
                  projections.get(p).count(symbol.axis().from(), sizes, from, l + 1),
                  projections.get(p).count(symbol.axis().to(), sizes, from, l + 1));
        }
      }
    }
    return sum;
  }
}
