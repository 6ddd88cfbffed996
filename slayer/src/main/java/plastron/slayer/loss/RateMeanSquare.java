package plastron.slayer.loss;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * Half the squared distance between mean output rates and target rates.
 *
 * @param window steps that are averaged
 * @param target one rate per output neuron, in spikes per step; not copied
 */
public record RateMeanSquare(ReadoutSteps window, double[] target) implements SpikeLoss {

  @Override
  public double evaluate(SpikeRaster output, OutputAdjoint adjoint) {
    double[] difference = window.rates(output);
    if (target.length != difference.length) {
      throw new IllegalArgumentException(
          "Target rates (%d) must be as many as the %d output neurons."
              .formatted(target.length, difference.length));
    }
    double loss = 0;
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= target[i];
      loss += 0.5 * difference[i] * difference[i];
    }
    window.spread(difference, adjoint);
    return loss;
  }
}
