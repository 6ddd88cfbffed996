package plastron.slayer.loss;

import plastron.slayer.sweep.OutputAdjoint;

/**
 * Half the squared distance between potentials and a target course, averaged over the steps of a
 * window and the neurons.
 *
 * @param window steps that count
 * @param target {@code [step][neuron]} over the whole episode; not copied
 */
public record PotentialCourse(ReadoutSteps window, double[][] target) implements PotentialLoss {

  @Override
  public double evaluate(double[][] potentials, OutputAdjoint adjoint) {
    requireShape(potentials);
    int neurons = potentials[0].length;
    double share = 1.0 / (neurons * (double) (window.to() - window.from()));
    double loss = 0;
    for (int t = window.from(); t < window.to(); t++) {
      for (int i = 0; i < neurons; i++) {
        double difference = potentials[t][i] - target[t][i];
        loss += 0.5 * share * difference * difference;
        adjoint.add(t, i, share * difference);
      }
    }
    return loss;
  }

  private void requireShape(double[][] potentials) {
    window.requireWithin(potentials.length);
    if (target.length != potentials.length || target[0].length != potentials[0].length) {
      throw new IllegalArgumentException(
          "Target course (%d steps of %d neurons) must have the potentials' shape, %d steps of %d neurons."
              .formatted(
                  target.length,
                  target.length == 0 ? 0 : target[0].length,
                  potentials.length,
                  potentials[0].length));
    }
  }
}
