package plastron.slayer.loss;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * The squared distance between mean rates and one rate for all neurons: a budget of spikes.
 *
 * @param window steps that are averaged
 * @param rate spikes per step
 */
public record RateTarget(ReadoutSteps window, double rate) implements SpikeLoss {

  @Override
  public double evaluate(SpikeRaster spikes, OutputAdjoint adjoint) {
    double[] slope = window.rates(spikes);
    double loss = 0;
    for (int i = 0; i < slope.length; i++) {
      double difference = slope[i] - rate;
      loss += difference * difference;
      slope[i] = 2 * difference;
    }
    window.spread(slope, adjoint);
    return loss;
  }
}
