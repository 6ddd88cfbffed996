package plastron.slayer.f64;

import plastron.plasticity.f64.RowKernels64;

/** {@code a(t) = decay a(t-1) + in(t)}. */
final class ExponentialFilter64 extends Filter64 {

  private final double decay;

  ExponentialFilter64(double decay) {
    this.decay = decay;
  }

  @Override
  int stateCount() {
    return 1;
  }

  @Override
  void advance(double[][] state) {
    RowKernels64.scale(state[0], decay);
  }

  @Override
  double[] output(double[][] state, double[] scratch) {
    return state[0];
  }

  @Override
  void outputAdjoint(double[] adjoint, double[][] stateAdjoint) {
    RowKernels64.add(stateAdjoint[0], adjoint);
  }

  @Override
  void advanceAdjoint(double[][] stateAdjoint) {
    RowKernels64.scale(stateAdjoint[0], decay);
  }
}
