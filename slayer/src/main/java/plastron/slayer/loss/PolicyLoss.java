package plastron.slayer.loss;

import plastron.core.spikes.SpikeRaster;
import plastron.slayer.sweep.OutputAdjoint;

/**
 * The policy-gradient loss {@code -advantage log pi(action) - entropyWeight H(pi)}, {@code pi} the
 * softmax of {@code gain} times the mean output rates.
 *
 * @param window steps that are averaged
 * @param gain factor from rates to log-odds, above 0
 * @param action what was chosen, index of an output neuron
 * @param advantage reward minus baseline
 * @param entropyWeight weight of the entropy bonus, at least 0
 */
public record PolicyLoss(
    ReadoutSteps window, double gain, int action, double advantage, double entropyWeight)
    implements SpikeLoss {

  @Override
  public double evaluate(SpikeRaster output, OutputAdjoint adjoint) {
    if (action < 0 || action >= output.neurons()) {
      throw new IllegalArgumentException(
          "Action or label (%d) must be one of the %d output neurons, counted from 0."
              .formatted(action, output.neurons()));
    }
    double[] logPi = ReadoutSteps.logSoftmax(gain, window.rates(output));
    double entropy = 0;
    for (double lp : logPi) {
      entropy -= Math.exp(lp) * lp;
    }
    double[] rateAdjoint = new double[logPi.length];
    for (int i = 0; i < logPi.length; i++) {
      double pi = Math.exp(logPi[i]);
      double choice = advantage * (pi - (i == action ? 1 : 0));
      double spread = entropyWeight * pi * (logPi[i] + entropy);
      rateAdjoint[i] = gain * (choice + spread);
    }
    window.spread(rateAdjoint, adjoint);
    return -advantage * logPi[action] - entropyWeight * entropy;
  }
}
