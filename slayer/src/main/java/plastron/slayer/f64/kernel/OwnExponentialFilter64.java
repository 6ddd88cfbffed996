package plastron.slayer.f64.kernel;

import plastron.core.network.Kernel;
import plastron.core.network.Refractory;

/** {@code a_i(t) = decay_i a_i(t-1) + in_i(t)}: a time constant of each neuron's own. */
final class OwnExponentialFilter64 extends Filter64 {

  private final double[] decay;

  OwnExponentialFilter64(Refractory shapes, int n) {
    decay = new double[n];
    for (int i = 0; i < n; i++) {
      decay[i] = (double) ((Kernel.Exponential) shapes.of(i)).decay();
    }
  }

  @Override
  public int stateCount() {
    return 1;
  }

  @Override
  public void advance(double[][] state) {
    for (int i = 0; i < decay.length; i++) {
      state[0][i] *= decay[i];
    }
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
    advance(stateAdjoint);
  }
}
