package plastron.core.neuron;

import java.util.Arrays;
import plastron.core.kernel.Underflow;
import plastron.core.network.Neuron;

/** Leaky integrators: {@code u(t) = decay u(t-1) + i(t) + bias}. None ever spikes. */
public final class LeakyIntegratorState implements NeuronState {

  private final float[] decay;
  private final float[] bias;
  private final float[] u;
  private final Underflow underflow = new Underflow();

  LeakyIntegratorState(Neuron.LeakyIntegrator neuron, int n) {
    decay = Floats.of(neuron.decay(), n);
    bias = Floats.of(neuron.bias(), n);
    u = new float[n];
  }

  @Override
  public int step(float[] current, float[] lowered, int[] spikes) {
    for (int i = 0; i < u.length; i++) {
      u[i] = decay[i] * u[i] + current[i] + bias[i];
    }
    if (underflow.isDue()) {
      Underflow.flush(u);
    }
    return 0;
  }

  @Override
  public float[] potentials() {
    return u;
  }

  @Override
  public void reset() {
    Arrays.fill(u, 0);
  }
}
