package plastron.slayer.loss;

import plastron.slayer.sweep.OutputAdjoint;

/**
 * Half the squared distance between what is read from potentials and targets.
 *
 * @param readout what is read
 * @param target one number a neuron; not copied
 */
public record PotentialMeanSquare(PotentialReadout readout, double[] target)
    implements PotentialLoss {

  @Override
  public double evaluate(double[][] potentials, OutputAdjoint adjoint) {
    double[] difference = readout.of(potentials);
    if (target.length != difference.length) {
      throw new IllegalArgumentException(
          "Targets (%d) must be as many as the %d neurons."
              .formatted(target.length, difference.length));
    }
    double loss = 0;
    for (int i = 0; i < difference.length; i++) {
      difference[i] -= target[i];
      loss += 0.5 * difference[i] * difference[i];
    }
    readout.spread(difference, adjoint);
    return loss;
  }
}
