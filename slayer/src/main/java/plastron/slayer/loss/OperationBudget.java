package plastron.slayer.loss;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import plastron.core.network.Neuron;
import plastron.core.spikes.SpikeRaster;
import plastron.plasticity.model.PlasticGraph;
import plastron.plasticity.model.PlasticProjection;
import plastron.slayer.sweep.Adjoints;
import plastron.slayer.sweep.Observed;

/**
 * A penalty on synaptic operations beyond a budget: {@code weight / 2 max(0, n / budget - 1)^2}
 * with n the spikes of an episode, each times the synapses that it reaches (accumulates, as {@link
 * plastron.plasticity.operation.Operations} counts them where no weight is 0). Spikes of sources
 * count, but only those of neurons have a derivative: an episode whose input alone is beyond the
 * budget can but silence its network.
 */
public final class OperationBudget implements Loss {

  private final double budget;
  private final double weight;

  /** By population and neuron, how many synapses a spike reaches. */
  private final double[][] fanOut;

  private final boolean[] given;

  /**
   * A budget for a network.
   *
   * @param budget accumulates of an episode that cost nothing, above 0
   * @param weight at least 0
   */
  public OperationBudget(PlasticGraph graph, double budget, double weight) {
    if (!(budget > 0) || !(weight >= 0)) {
      throw new IllegalArgumentException(
          "Operation budget (%s, weight %s) needs a number above 0 and a weight of at least 0."
              .formatted(budget, weight));
    }
    this.budget = budget;
    this.weight = weight;
    fanOut = new double[graph.populations().size()][];
    given = new boolean[fanOut.length];
    for (int p = 0; p < fanOut.length; p++) {
      fanOut[p] = new double[graph.populations().get(p).size()];
      given[p] = graph.populations().get(p).neuron() instanceof Neuron.SpikeSource;
    }
    for (PlasticProjection projection : graph.projections()) {
      double[] from = fanOut[graph.index(projection.from())];
      int post = graph.population(projection.to()).size();
      IntUnaryOperator degree =
          graph.sparse(projection).<IntUnaryOperator>map(rows -> rows::degree).orElse(j -> post);
      Arrays.setAll(from, j -> from[j] + degree.applyAsInt(j));
    }
  }

  /** Accumulates of an episode. */
  public double accumulates(Observed observed) {
    double sum = 0;
    for (int p = 0; p < fanOut.length; p++) {
      SpikeRaster spikes = observed.spikes(p);
      int[] fired = new int[spikes.neurons()];
      for (int t = 0; t < spikes.steps(); t++) {
        int count = spikes.spikes(t, fired);
        for (int k = 0; k < count; k++) {
          sum += fanOut[p][fired[k]];
        }
      }
    }
    return sum;
  }

  @Override
  public double evaluate(Observed observed, Adjoints adjoints) {
    double excess = accumulates(observed) / budget - 1;
    if (excess <= 0) {
      return 0;
    }
    for (int p = 0; p < fanOut.length; p++) {
      if (!given[p]) {
        double[] slope =
            Arrays.stream(fanOut[p]).map(reached -> weight * excess * reached / budget).toArray();
        adjoints.of(p).add(0, observed.spikes(p).steps(), slope);
      }
    }
    return weight / 2 * excess * excess;
  }
}
