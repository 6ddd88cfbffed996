package plastron.slayer.f64;

import plastron.core.spikes.SpikeEvents;

/** {@code a(t) = decay a(t-1) + in(t)}. */
final class ExponentialFilter64 extends Filter64 {

  private static final StepKernels64 STEPS = StepKernels64.FASTEST;

  final double decay;
  private double[] powers = new double[0];

  ExponentialFilter64(double decay) {
    this.decay = decay;
  }

  @Override
  int stateCount() {
    return 1;
  }

  @Override
  void advance(double[][] state) {
    KERNELS.scale(state[0], decay);
  }

  @Override
  void output(double[][] state, double[] out) {
    System.arraycopy(state[0], 0, out, 0, out.length);
  }

  @Override
  void outputAdjoint(double[] adjoint, double[][] stateAdjoint) {
    KERNELS.add(stateAdjoint[0], adjoint);
  }

  @Override
  void advanceAdjoint(double[][] stateAdjoint) {
    KERNELS.scale(stateAdjoint[0], decay);
  }

  @Override
  void filter(double[][] state, double[][] rows, int steps) {
    STEPS.decay(state[0], decay, rows, steps);
  }

  @Override
  void filterAdjoint(double[][] stateAdjoint, double[][] rows, int steps) {
    STEPS.decayAdjoint(stateAdjoint[0], decay, rows, steps);
  }

  @Override
  void follow(double[][] state, SpikeEvents spikes) {
    KERNELS.scale(state[0], power(spikes.steps()));
    for (int t = 0; t < spikes.steps(); t++) {
      double left = power(spikes.steps() - 1 - t);
      for (int k = spikes.ofStep[t]; k < spikes.ofStep[t + 1]; k++) {
        state[0][spikes.neuron[k]] += left;
      }
    }
  }

  @Override
  void followAdjoint(double[][] stateAdjoint, double[][] rows, int steps) {
    for (int t = 0; t < steps; t++) {
      KERNELS.add(rows[t], power(steps - 1 - t), stateAdjoint[0]);
    }
    KERNELS.scale(stateAdjoint[0], power(steps));
  }

  /** {@code decay} to the power of a whole number. */
  private double power(int exponent) {
    if (powers.length <= exponent) {
      double[] longer = new double[2 * exponent + 1];
      for (int k = 0; k < longer.length; k++) {
        longer[k] = (double) Math.pow(decay, k);
      }
      powers = longer;
    }
    return powers[exponent];
  }
}
