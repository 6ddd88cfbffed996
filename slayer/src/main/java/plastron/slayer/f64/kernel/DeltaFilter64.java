package plastron.slayer.f64.kernel;

import java.util.Arrays;

/** {@code out(t) = in(t)}. */
final class DeltaFilter64 extends Filter64 {

  @Override
  public int stateCount() {
    return 1;
  }

  @Override
  public void advance(double[][] state) {
    Arrays.fill(state[0], 0);
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
    Arrays.fill(stateAdjoint[0], 0);
  }
}
