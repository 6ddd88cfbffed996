package plastron.slayer.f64.kernel;

import java.util.Arrays;
import plastron.core.network.Kernel;

/** {@code out(t) = sum over k of taps[k] in(t-k)}; state row k holds {@code in(t-k)}. */
final class FiniteFilter64 extends Filter64 {

  private final double[] taps;

  FiniteFilter64(Kernel.Finite kernel) {
    taps = new double[kernel.stateCount()];
    for (int k = 0; k < taps.length; k++) {
      taps[k] = (double) kernel.at(k);
    }
  }

  @Override
  public int stateCount() {
    return taps.length;
  }

  @Override
  public void advance(double[][] state) {
    double[] oldest = state[taps.length - 1];
    System.arraycopy(state, 0, state, 1, taps.length - 1);
    state[0] = oldest;
    Arrays.fill(oldest, 0);
  }

  @Override
  public void output(double[][] state, double[] out) {
    Arrays.fill(out, 0);
    for (int k = 0; k < taps.length; k++) {
      KERNELS.add(out, taps[k], state[k]);
    }
  }

  @Override
  public void outputAdjoint(double[] adjoint, double[][] stateAdjoint) {
    for (int k = 0; k < taps.length; k++) {
      KERNELS.add(stateAdjoint[k], taps[k], adjoint);
    }
  }

  @Override
  public void advanceAdjoint(double[][] stateAdjoint) {
    double[] newest = stateAdjoint[0];
    System.arraycopy(stateAdjoint, 1, stateAdjoint, 0, taps.length - 1);
    stateAdjoint[taps.length - 1] = newest;
    Arrays.fill(newest, 0);
  }
}
