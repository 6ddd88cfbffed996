package plastron.core.synapse;

import plastron.core.kernel.KernelState;
import plastron.core.kernel.Rows;
import plastron.core.network.Projection;

/**
 * A spike is multiplied by the weight it meets at its own step; the product travels through the
 * delay, {@link plastron.core.network.DelayPlace#DENDRITE}, and then through the kernel, whose
 * state is on the post side.
 */
public final class ArrivalSynapses implements SynapseState {

  private final float[][] weights;
  private final FanOut fanOut;
  private final DelayTable delays;
  private final DelayRing ring;
  private final KernelState kernel;
  private final boolean usesRing;

  ArrivalSynapses(Projection projection, int nPost) {
    weights = projection.weights();
    fanOut = FanOut.of(projection.synapses());
    delays = DelayTable.of(projection.latency(), weights.length, nPost);
    ring = new DelayRing(delays.max(), nPost);
    kernel = KernelState.of(projection.kernel(), nPost);
    usesRing = delays.max() > 0 || delays.isPerSynapse();
  }

  @Override
  public void advance() {
    kernel.advance();
    if (usesRing) {
      ring.advance();
    }
  }

  @Override
  public void deliver(int[] spikes, int count) {
    if (delays.isPerSynapse()) {
      for (int k = 0; k < count; k++) {
        scatter(weights[spikes[k]], delays.perSynapse()[spikes[k]]);
      }
      return;
    }
    for (int k = 0; k < count; k++) {
      int j = spikes[k];
      int delay = delays.perPre()[j];
      fanOut.add(delay == 0 ? kernel.input() : ring.in(delay), weights[j], j);
    }
  }

  private void scatter(float[] row, int[] delay) {
    for (int i = 0; i < row.length; i++) {
      ring.in(delay[i])[i] += row[i];
    }
  }

  @Override
  public void addCurrent(float[] current) {
    if (usesRing) {
      Rows.add(kernel.input(), ring.in(0));
    }
    kernel.addResponse(current);
  }

  @Override
  public void finish() {}

  @Override
  public float[][] weights() {
    return weights;
  }

  @Override
  public void weightsChanged() {}

  @Override
  public void reset() {
    ring.reset();
    kernel.reset();
  }
}
