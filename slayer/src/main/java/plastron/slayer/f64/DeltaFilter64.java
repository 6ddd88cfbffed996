package plastron.slayer.f64;

import java.util.Arrays;
import plastron.plasticity.f64.RowKernels64;

/** {@code out(t) = in(t)}. */
final class DeltaFilter64 extends Filter64 {

  @Override
  int stateCount() {
    return 1;
  }

  @Override
  void advance(double[][] state) {
    Arrays.fill(state[0], 0);
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
    Arrays.fill(stateAdjoint[0], 0);
  }
}
