package plastron.core.neuron;

import java.util.Arrays;
import plastron.core.kernel.KernelState;
import plastron.core.network.Neuron;

/**
 * Spike response neurons: {@code u(t) = i(t) + v(t)}, where {@code v(t) = -rho theta sum over k >=
 * 1 of nu(k) s(t-k)} (equations 1 to 5 of the SpikePropamine paper).
 */
public final class SrmState implements NeuronState {

  private final float theta;
  private final float spikeEffect;
  private final KernelState refractory;
  private final float[] u;

  SrmState(Neuron.Srm neuron, int n) {
    theta = (float) neuron.theta();
    spikeEffect = (float) (-neuron.rho() * neuron.theta());
    refractory = KernelState.of(neuron.refractory(), n);
    u = new float[n];
  }

  @Override
  public int step(float[] current, int[] spikes) {
    refractory.advance();
    System.arraycopy(current, 0, u, 0, u.length);
    refractory.addResponse(u);
    float[] own = refractory.input();
    int count = 0;
    for (int i = 0; i < u.length; i++) {
      if (u[i] >= theta) {
        // Added after the response of this step was read: nu(0) is never used.
        own[i] += spikeEffect;
        spikes[count++] = i;
      }
    }
    return count;
  }

  @Override
  public float[] potentials() {
    return u;
  }

  @Override
  public void reset() {
    refractory.reset();
    Arrays.fill(u, 0);
  }
}
