package plastron.slayer.loss;

import plastron.slayer.sweep.OutputAdjoint;

/** How potentials of an episode become one number a neuron. */
public sealed interface PotentialReadout {

  /** The numbers, one a neuron. */
  double[] of(double[][] potentials);

  /** Spreads the derivative with respect to the numbers over the potentials. */
  void spread(double[] derivative, OutputAdjoint adjoint);

  /** The mean over some steps. */
  record Mean(ReadoutSteps window) implements PotentialReadout {
    @Override
    public double[] of(double[][] potentials) {
      window.requireWithin(potentials.length);
      double[] means = new double[potentials[0].length];
      for (int i = 0; i < means.length; i++) {
        for (int t = window.from(); t < window.to(); t++) {
          means[i] += potentials[t][i];
        }
        means[i] /= window.to() - window.from();
      }
      return means;
    }

    @Override
    public void spread(double[] derivative, OutputAdjoint adjoint) {
      window.spread(derivative, adjoint);
    }
  }

  /**
   * What they are in one step.
   *
   * @param step at least 0
   */
  record At(int step) implements PotentialReadout {
    @Override
    public double[] of(double[][] potentials) {
      if (step < 0 || step >= potentials.length) {
        throw new IllegalArgumentException(
            "Readout step (%d) must be one of the episode's %d."
                .formatted(step, potentials.length));
      }
      return potentials[step].clone();
    }

    @Override
    public void spread(double[] derivative, OutputAdjoint adjoint) {
      adjoint.add(step, step + 1, derivative);
    }
  }
}
