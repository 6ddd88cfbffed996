package plastron.slayer.f64.kernel;

import java.util.Arrays;

/**
 * {@code q(t) = decay (q(t-1) + p(t-1)), p(t) = decay p(t-1) + in(t), out = gain q}; state rows are
 * p, q.
 */
public final class AlphaFilter64 extends Filter64 {

  public final double decay;
  public final double gain;

  AlphaFilter64(double decay, double gain) {
    this.decay = decay;
    this.gain = gain;
  }

  @Override
  public int stateCount() {
    return 2;
  }

  @Override
  public void advance(double[][] state) {
    KERNELS.add(state[1], state[0]);
    KERNELS.scale(state[1], decay);
    KERNELS.scale(state[0], decay);
  }

  @Override
  public void output(double[][] state, double[] out) {
    Arrays.fill(out, 0);
    KERNELS.add(out, gain, state[1]);
  }

  @Override
  public void outputAdjoint(double[] adjoint, double[][] stateAdjoint) {
    KERNELS.add(stateAdjoint[1], gain, adjoint);
  }

  @Override
  public void advanceAdjoint(double[][] stateAdjoint) {
    KERNELS.scale(stateAdjoint[1], decay);
    KERNELS.scale(stateAdjoint[0], decay);
    KERNELS.add(stateAdjoint[0], stateAdjoint[1]);
  }
}
