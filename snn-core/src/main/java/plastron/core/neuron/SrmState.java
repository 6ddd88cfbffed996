package plastron.core.neuron;

import java.util.Arrays;
import plastron.core.kernel.KernelState;
import plastron.core.kernel.Underflow;
import plastron.core.ledger.Departure;
import plastron.core.network.Kernel;
import plastron.core.network.Neuron;

/**
 * Spike response neurons: {@code u(t) = i(t) + bias + v(t)}, where {@code v(t) = -rho theta sum
 * over k >= 1 of nu(k) s(t-k)} (equations 1 to 5 of the SpikePropamine paper).
 */
@Departure(
    from = "SpikePropamine paper",
    manner = Departure.Manner.FOLLOWED,
    what =
        "A spike acts on its own neuron from the next step on, and nothing else resets a "
            + "potential.",
    reason =
        "The paper leaves it open; the reference programs made the same choice, and their "
            + "vectors hold it.",
    test = "GraphKindTest.aGraphIsTheOtherProgramsGraph")
public final class SrmState implements NeuronState {

  /** The response of all neurons to their own spikes. */
  private interface Refractory {
    void advance();

    void addResponse(float[] u);

    float[] input();

    void reset();
  }

  private final float[] theta;
  private final float[] bias;
  private final float[] spikeEffect;
  private final Refractory refractory;
  private final float[] u;

  SrmState(Neuron.Srm neuron, int n) {
    theta = Floats.of(neuron.theta(), n);
    bias = Floats.of(neuron.bias(), n);
    spikeEffect = new float[n];
    for (int i = 0; i < n; i++) {
      spikeEffect[i] = (float) (-neuron.rho() * neuron.theta().at(i));
    }
    refractory =
        neuron
            .refractory()
            .common()
            .<Refractory>map(kernel -> new OneShape(KernelState.of(kernel, n)))
            .orElseGet(() -> new OwnTimes(neuron.refractory(), n));
    u = new float[n];
  }

  @Override
  public int step(float[] current, float[] lowered, int[] spikes) {
    refractory.advance();
    System.arraycopy(current, 0, u, 0, u.length);
    refractory.addResponse(u);
    float[] own = refractory.input();
    int count = 0;
    for (int i = 0; i < u.length; i++) {
      u[i] += bias[i];
      if (u[i] >= theta[i] - lowered[i]) {
        // Added after the response of this step was read: nu(0) is never used.
        own[i] += spikeEffect[i];
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

  private record OneShape(KernelState state) implements Refractory {
    @Override
    public void advance() {
      state.advance();
    }

    @Override
    public void addResponse(float[] u) {
      state.addResponse(u);
    }

    @Override
    public float[] input() {
      return state.input();
    }

    @Override
    public void reset() {
      state.reset();
    }
  }

  /** Exponentials with a time constant of each neuron's own. */
  private static final class OwnTimes implements Refractory {
    private final float[] decay;
    private final float[] state;
    private final Underflow underflow = new Underflow();

    OwnTimes(plastron.core.network.Refractory shapes, int n) {
      decay = new float[n];
      state = new float[n];
      for (int i = 0; i < n; i++) {
        decay[i] = (float) ((Kernel.Exponential) shapes.of(i)).decay();
      }
    }

    @Override
    public void advance() {
      for (int i = 0; i < state.length; i++) {
        state[i] *= decay[i];
      }
      if (underflow.isDue()) {
        Underflow.flush(state);
      }
    }

    @Override
    public void addResponse(float[] u) {
      for (int i = 0; i < state.length; i++) {
        u[i] += state[i];
      }
    }

    @Override
    public float[] input() {
      return state;
    }

    @Override
    public void reset() {
      Arrays.fill(state, 0);
    }
  }
}
