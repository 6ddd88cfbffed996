package plastron.slayer.f64.kernel;

import plastron.slayer.sweep.SpikeEvents;

/** {@code a(t) = decay a(t-1) + in(t)}. */
public final class ExponentialFilter64 extends Filter64 {

  private static final StepKernels64 STEPS = StepKernels64.FASTEST;

  public final double decay;

  ExponentialFilter64(double decay) {
    this.decay = decay;
  }

  @Override
  public int stateCount() {
    return 1;
  }

  @Override
  public void advance(double[][] state) {
    KERNELS.scale(state[0], decay);
  }

  @Override
  public void output(double[][] state, double[] out) {
    System.arraycopy(state[0], 0, out, 0, out.length);
  }

  @Override
  public void outputAdjoint(double[] adjoint, double[][] stateAdjoint) {
    KERNELS.add(stateAdjoint[0], adjoint);
  }

  @Override
  public void advanceAdjoint(double[][] stateAdjoint) {
    KERNELS.scale(stateAdjoint[0], decay);
  }

  @Override
  public void filter(double[][] state, double[][] rows, int steps) {
    STEPS.decay(state[0], decay, rows, steps);
  }

  @Override
  public void filterAdjoint(double[][] stateAdjoint, double[][] rows, int steps) {
    STEPS.decayAdjoint(stateAdjoint[0], decay, rows, steps);
  }

  @Override
  public void follow(double[][] state, SpikeEvents spikes) {
    if (spikes.from() < 0) {
      super.follow(state, spikes);
    } else {
      STEPS.follow(state[0], decay, spikes.raster(), spikes.from(), spikes.steps());
    }
  }

  @Override
  public void followAdjoint(double[][] stateAdjoint, double[][] rows, int steps) {
    STEPS.followAdjoint(stateAdjoint[0], decay, rows, steps);
  }
}
