package plastron.slayer.loss;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * Cross-entropy of the softmax of {@code gain} times the mean output rates with a label.
 *
 * @param window steps that are averaged
 * @param gain factor from rates to log-odds, above 0
 * @param label the right class, index of an output neuron
 */
public record CountCrossEntropy(ReadoutSteps window, double gain, int label) implements SpikeLoss {

  @Override
  public double evaluate(SpikeRaster output, OutputAdjoint adjoint) {
    return new PolicyLoss(window, gain, label, 1, 0).evaluate(output, adjoint);
  }
}
