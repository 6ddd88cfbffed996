package plastron.slayer.loss;

import java.util.Arrays;
import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * A penalty on output neurons whose rate, averaged over a batch, leaves a range: {@code weight / 2
 * (excess . excess)}. A single episode may well leave the range: a sure answer is one neuron busy,
 * the other silent. What may not happen is that a neuron does so always, for then its gradient is 0
 * for ever.
 *
 * @param low smallest mean rate that costs nothing, spikes per step
 * @param high largest such rate, at least {@code low}
 * @param weight at least 0; 0 for no penalty
 */
public record RateBudget(double low, double high, double weight) {

  /** No penalty. */
  public static final RateBudget NONE = new RateBudget(0, 1, 0);

  public RateBudget {
    if (!(low <= high) || !(weight >= 0)) {
      throw new IllegalArgumentException(
          "Rate budget (%s to %s, weight %s) needs a range and a weight of at least 0."
              .formatted(low, high, weight));
    }
  }

  /** How far a rate lies outside the range: below 0 under it, above 0 over it. */
  private double excess(double rate) {
    return rate < low ? rate - low : Math.max(0, rate - high);
  }

  /**
   * An episode's loss with its share of the penalty: the mean of such losses over the batch has the
   * gradient of the mean loss plus the penalty, and its value.
   *
   * @param loss of the episode
   * @param window steps that rates are averaged over
   * @param meanRates of every output neuron, over the batch; not copied
   */
  public SpikeLoss added(SpikeLoss loss, ReadoutSteps window, double[] meanRates) {
    return weight == 0
        ? loss
        : (output, adjoint) -> evaluate(loss, window, meanRates, output, adjoint);
  }

  private double evaluate(
      SpikeLoss loss,
      ReadoutSteps window,
      double[] meanRates,
      SpikeRaster output,
      OutputAdjoint adjoint) {
    double[] slope = Arrays.stream(meanRates).map(r -> weight * excess(r)).toArray();
    window.spread(slope, adjoint);
    double penalty = Arrays.stream(meanRates).map(r -> weight / 2 * excess(r) * excess(r)).sum();
    return loss.evaluate(output, adjoint) + penalty;
  }
}
