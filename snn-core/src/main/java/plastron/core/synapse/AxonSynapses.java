package plastron.core.synapse;

import java.util.Arrays;
import plastron.core.kernel.KernelState;
import plastron.core.network.Delivery;
import plastron.core.network.Projection;

/**
 * Delays in front of the synapses: a spike travels as such along the branches of its axon and meets
 * the weights where it arrives. By {@link Delivery#TRACE} the trains that have arrived are filtered
 * branch by branch as well, so that the sum on the post side can be formed anew when the weights
 * change.
 */
public final class AxonSynapses implements SynapseState {

  private final float[][] weights;
  private final AxonBranches branches;
  private final SpikeRing ring;
  private final KernelState post;

  /** By branch; of no branches by {@link Delivery#ARRIVAL}. */
  private final KernelState trains;

  private final boolean filters;

  AxonSynapses(Projection projection, int nPre, int nPost) {
    weights = projection.weights();
    branches = AxonBranches.of(projection, nPre, nPost);
    ring = new SpikeRing(projection.latency().max(), branches.count());
    post = KernelState.of(projection.kernel(), nPost);
    filters = projection.delivery() == Delivery.TRACE;
    trains = KernelState.of(projection.kernel(), filters ? branches.count() : 0);
  }

  @Override
  public void advance() {
    post.advance();
    if (filters) {
      trains.advance();
    }
    ring.advance();
    int[] arrivals = ring.arrivals();
    for (int k = 0; k < ring.count(); k++) {
      arrive(arrivals[k]);
    }
  }

  @Override
  public void deliver(int[] spikes, int count) {
    for (int k = 0; k < count; k++) {
      for (int branch : branches.of()[spikes[k]]) {
        int delay = branches.delay()[branch];
        if (delay == 0) {
          arrive(branch);
        } else {
          ring.send(branch, delay);
        }
      }
    }
  }

  private void arrive(int branch) {
    branches.add(post.input(), 1, weights, branch);
    if (filters) {
      trains.input()[branch] += 1;
    }
  }

  @Override
  public void addCurrent(float[] current) {
    post.addResponse(current);
  }

  @Override
  public void finish() {}

  @Override
  public float[][] weights() {
    return weights;
  }

  @Override
  public void weightsChanged() {
    if (!filters) {
      return;
    }
    for (int k = 0; k < trains.rows().length; k++) {
      float[] train = trains.rows()[k];
      float[] sum = post.rows()[k];
      Arrays.fill(sum, 0);
      for (int branch = 0; branch < train.length; branch++) {
        if (train[branch] != 0) {
          branches.add(sum, train[branch], weights, branch);
        }
      }
    }
  }

  @Override
  public void reset() {
    ring.reset();
    post.reset();
    trains.reset();
  }
}
