package plastron.slayer.f64;

import plastron.plasticity.f64.RowKernels64;

/**
 * {@code q(t) = decay (q(t-1) + p(t-1)), p(t) = decay p(t-1) + in(t), out = gain q}; state rows are
 * p, q.
 */
final class AlphaFilter64 extends Filter64 {

  private final double decay;
  private final double gain;

  AlphaFilter64(double decay, double gain) {
    this.decay = decay;
    this.gain = gain;
  }

  @Override
  int stateCount() {
    return 2;
  }

  @Override
  void advance(double[][] state) {
    RowKernels64.add(state[1], state[0]);
    RowKernels64.scale(state[1], decay);
    RowKernels64.scale(state[0], decay);
  }

  @Override
  double[] output(double[][] state, double[] scratch) {
    double[] q = state[1];
    for (int i = 0; i < scratch.length; i++) {
      scratch[i] = gain * q[i];
    }
    return scratch;
  }

  @Override
  void outputAdjoint(double[] adjoint, double[][] stateAdjoint) {
    RowKernels64.add(stateAdjoint[1], gain, adjoint);
  }

  @Override
  void advanceAdjoint(double[][] stateAdjoint) {
    RowKernels64.scale(stateAdjoint[1], decay);
    RowKernels64.scale(stateAdjoint[0], decay);
    RowKernels64.add(stateAdjoint[0], stateAdjoint[1]);
  }
}
