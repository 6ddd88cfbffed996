package plastron.core.neuron;

import java.util.Arrays;
import plastron.core.kernel.Underflow;
import plastron.core.network.Neuron;

/**
 * Leaky integrate-and-fire neurons: {@code v(t) = decay v(t-1) + i(t) + bias}, a spike where {@code
 * v >= theta}, then the reset; for {@code refractorySteps} further steps {@code v = 0} whatever
 * arrives.
 */
public final class LifState implements NeuronState {

  private final float[] theta;
  private final float[] decay;
  private final float[] bias;
  private final boolean hard;
  private final int refractorySteps;
  private final float[] v;

  /** How many steps a neuron is still held at 0. */
  private final int[] hold;

  private final int[] lastSpikes;
  private int lastCount;
  private int held;
  private final Underflow underflow = new Underflow();

  LifState(Neuron.Lif neuron, int n) {
    theta = Floats.of(neuron.theta(), n);
    decay = Floats.of(neuron.decay(), n);
    bias = Floats.of(neuron.bias(), n);
    hard = neuron.reset() == Neuron.Reset.HARD;
    refractorySteps = neuron.refractorySteps();
    v = new float[n];
    hold = new int[n];
    lastSpikes = new int[n];
  }

  @Override
  public int step(float[] current, float[] lowered, int[] spikes) {
    resetLastSpikes();
    for (int i = 0; i < v.length; i++) {
      v[i] = decay[i] * v[i] + current[i] + bias[i];
    }
    if (held > 0) {
      holdAtZero();
    }
    int count = 0;
    for (int i = 0; i < v.length; i++) {
      if (v[i] >= theta[i] - lowered[i]) {
        spikes[count++] = i;
      }
    }
    System.arraycopy(spikes, 0, lastSpikes, 0, count);
    lastCount = count;
    if (underflow.isDue()) {
      Underflow.flush(v);
    }
    return count;
  }

  /**
   * The reset waits for the next step so that the potential that crossed the threshold can be read.
   */
  private void resetLastSpikes() {
    for (int k = 0; k < lastCount; k++) {
      int i = lastSpikes[k];
      v[i] = hard ? 0 : v[i] - theta[i];
      hold[i] = refractorySteps;
    }
    held += refractorySteps > 0 ? lastCount : 0;
  }

  private void holdAtZero() {
    for (int i = 0; i < v.length; i++) {
      if (hold[i] > 0) {
        v[i] = 0;
        hold[i]--;
        held -= hold[i] == 0 ? 1 : 0;
      }
    }
  }

  @Override
  public float[] potentials() {
    return v;
  }

  @Override
  public void reset() {
    Arrays.fill(v, 0);
    Arrays.fill(hold, 0);
    lastCount = 0;
    held = 0;
  }
}
