package plastron.slayer.loss;

import plastron.slayer.sweep.OutputAdjoint;

/**
 * Cross-entropy of the softmax of what is read from potentials with a label.
 *
 * @param readout what is read
 * @param label the right class, index of a neuron
 */
public record PotentialCrossEntropy(PotentialReadout readout, int label) implements PotentialLoss {

  @Override
  public double evaluate(double[][] potentials, OutputAdjoint adjoint) {
    double[] logPi = ReadoutSteps.logSoftmax(1, readout.of(potentials));
    if (label < 0 || label >= logPi.length) {
      throw new IllegalArgumentException(
          "Label (%d) must be one of the %d neurons, counted from 0."
              .formatted(label, logPi.length));
    }
    double[] slope = new double[logPi.length];
    for (int i = 0; i < slope.length; i++) {
      slope[i] = Math.exp(logPi[i]) - (i == label ? 1 : 0);
    }
    readout.spread(slope, adjoint);
    return -logPi[label];
  }
}
