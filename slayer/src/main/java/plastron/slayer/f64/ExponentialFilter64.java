package plastron.slayer.f64;

import plastron.slayer.sweep.SpikeEvents;

/** {@code a(t) = decay a(t-1) + in(t)}. */
final class ExponentialFilter64 extends Filter64 {

  private static final StepKernels64 STEPS = StepKernels64.FASTEST;

  final double decay;

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
    if (spikes.from() < 0) {
      super.follow(state, spikes);
    } else {
      STEPS.follow(state[0], decay, spikes.raster(), spikes.from(), spikes.steps());
    }
  }

  @Override
  void followAdjoint(double[][] stateAdjoint, double[][] rows, int steps) {
    STEPS.followAdjoint(stateAdjoint[0], decay, rows, steps);
  }
}
