package plastron.core.neuron;

import java.util.Arrays;
import plastron.core.kernel.Underflow;
import plastron.core.network.Neuron;

/**
 * Leaky integrate-and-fire neurons whose threshold is {@code theta + adaptation a(t)} with {@code
 * a(t+1) = adaptationDecay a(t) + s(t)}: {@link LifState} with thresholds that are lowered by less.
 */
public final class AdaptiveLifState implements NeuronState {

  private final LifState lif;
  private final float[] adaptation;
  private final float[] decay;

  /** {@code a} of the next step. */
  private final float[] trace;

  private final float[] loweredNow;
  private final Underflow underflow = new Underflow();

  AdaptiveLifState(Neuron.AdaptiveLif neuron, int n) {
    lif = new LifState(neuron.lif(), n);
    adaptation = Floats.of(neuron.adaptation(), n);
    decay = Floats.of(neuron.adaptationDecay(), n);
    trace = new float[n];
    loweredNow = new float[n];
  }

  @Override
  public int step(float[] current, float[] lowered, int[] spikes) {
    for (int i = 0; i < trace.length; i++) {
      loweredNow[i] = lowered[i] - adaptation[i] * trace[i];
    }
    int count = lif.step(current, loweredNow, spikes);
    for (int i = 0; i < trace.length; i++) {
      trace[i] *= decay[i];
    }
    for (int k = 0; k < count; k++) {
      trace[spikes[k]] += 1;
    }
    if (underflow.isDue()) {
      Underflow.flush(trace);
    }
    return count;
  }

  @Override
  public float[] potentials() {
    return lif.potentials();
  }

  @Override
  public void reset() {
    lif.reset();
    Arrays.fill(trace, 0);
  }
}
