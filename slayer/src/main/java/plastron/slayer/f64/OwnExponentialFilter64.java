package plastron.slayer.f64;

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
  int stateCount() {
    return 1;
  }

  @Override
  void advance(double[][] state) {
    for (int i = 0; i < decay.length; i++) {
      state[0][i] *= decay[i];
    }
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
    advance(stateAdjoint);
  }
}
