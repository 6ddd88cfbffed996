package plastron.core.synapse;

import java.util.Arrays;
import plastron.core.kernel.KernelState;
import plastron.core.kernel.Rows;
import plastron.core.network.Projection;

/**
 * The present weight times the whole filtered spike train, {@code V(t) a(t)} (equation 7 of the
 * SpikePropamine paper); the finished product travels through the delay, {@link
 * plastron.core.network.DelayPlace#DENDRITE}. While weights stay, the sum is kept on the post side,
 * a spike costing one row; when they change, it is formed anew from the pre side's kernel states.
 * Synapses of one delay form a group.
 */
public final class TraceSynapses implements SynapseState {

  private final float[][] weights;
  private final FanOut fanOut;
  private final KernelState pre;
  private final int[] groupDelay;
  private final KernelState[] group;
  private final float[][] groupInput;
  private final DelayTable groupOf;
  private final DelayRing ring;
  private final boolean usesRing;

  TraceSynapses(Projection projection, int nPre, int nPost) {
    weights = projection.weights();
    fanOut = FanOut.of(projection.synapses());
    pre = KernelState.of(projection.kernel(), nPre);
    DelayTable delays = DelayTable.of(projection.latency(), nPre, nPost);
    groupDelay = delays.distinct();
    group = new KernelState[groupDelay.length];
    Arrays.setAll(group, g -> KernelState.of(projection.kernel(), nPost));
    groupInput = new float[group.length][];
    groupOf = delays.map(delay -> Arrays.binarySearch(groupDelay, delay));
    ring = new DelayRing(delays.max(), nPost);
    usesRing = delays.max() > 0;
  }

  @Override
  public void advance() {
    pre.advance();
    for (int g = 0; g < group.length; g++) {
      group[g].advance();
      groupInput[g] = group[g].input();
    }
    if (usesRing) {
      ring.advance();
    }
  }

  @Override
  public void deliver(int[] spikes, int count) {
    float[] trains = pre.input();
    for (int k = 0; k < count; k++) {
      int j = spikes[k];
      trains[j] += 1;
      add(groupInput, 1, j);
    }
  }

  /** Adds {@code factor} times the row of weights of {@code j} to the rows of its groups. */
  private void add(float[][] out, float factor, int j) {
    if (!groupOf.isPerSynapse()) {
      fanOut.add(out[groupOf.perPre()[j]], factor, weights[j], j);
      return;
    }
    float[] row = weights[j];
    int[] g = groupOf.perSynapse()[j];
    for (int i = 0; i < row.length; i++) {
      out[g[i]][i] += factor * row[i];
    }
  }

  @Override
  public void addCurrent(float[] current) {
    if (groupDelay[0] == 0) {
      group[0].addResponse(current);
    }
    if (usesRing) {
      Rows.add(current, ring.in(0));
    }
  }

  @Override
  public void finish() {
    for (int g = 0; g < group.length; g++) {
      if (groupDelay[g] > 0) {
        group[g].addResponse(ring.in(groupDelay[g]));
      }
    }
  }

  @Override
  public float[][] weights() {
    return weights;
  }

  @Override
  public void weightsChanged() {
    float[][] trains = pre.rows();
    for (int k = 0; k < trains.length; k++) {
      for (int g = 0; g < group.length; g++) {
        groupInput[g] = group[g].rows()[k];
        Arrays.fill(groupInput[g], 0);
      }
      for (int j = 0; j < weights.length; j++) {
        if (trains[k][j] != 0) {
          add(groupInput, trains[k][j], j);
        }
      }
    }
  }

  @Override
  public void reset() {
    pre.reset();
    for (KernelState state : group) {
      state.reset();
    }
    ring.reset();
  }
}
