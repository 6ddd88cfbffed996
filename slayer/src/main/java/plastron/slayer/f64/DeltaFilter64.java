package plastron.slayer.f64;

import java.util.Arrays;

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
  void output(double[][] state, double[] out) {
    System.arraycopy(state[0], 0, out, 0, out.length);
  }

  @Override
  void outputAdjoint(double[] adjoint, double[][] stateAdjoint) {
    KERNELS.add(stateAdjoint[0], adjoint);
  }

  @Override
  void advanceAdjoint(double[][] stateAdjoint) {
    Arrays.fill(stateAdjoint[0], 0);
  }
}
