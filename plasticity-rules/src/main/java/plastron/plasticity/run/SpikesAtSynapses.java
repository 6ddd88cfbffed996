package plastron.plasticity.run;

import java.util.Arrays;
import plastron.plasticity.derive.RuleDerivation;
import plastron.plasticity.expr.Axis;
import plastron.plasticity.f32.RuleFrame32;
import plastron.plasticity.f32.RuleShape32;
import plastron.plasticity.f32.timing.SpikeLog32;
import plastron.plasticity.f32.timing.SpikeRule32;
import plastron.plasticity.f32.timing.SpikeTraces32;

/**
 * What single spikes do at the synapses of one projection, step by step. A presynaptic spike takes
 * effect when it has gone through the axon, a postsynaptic one at once. Owned by one thread.
 */
public final class SpikesAtSynapses {

  private final RuleFrame32 frame;
  private final SpikeRule32 rule;
  private final SpikeTraces32 traces;
  private final SpikeLog32 log = SpikeLog32.none();

  /** Spikes in the axon, by the step in which they were sent modulo its delay. */
  private final int[][] axon;

  private final int[] inAxon;
  private int slot;

  /**
   * @param axonDelay steps between a presynaptic spike and its arrival, at least 0
   */
  public SpikesAtSynapses(
      RuleDerivation rule, RuleShape32 shape, RuleFrame32 frame, int axonDelay) {
    this.frame = frame;
    this.rule = new SpikeRule32(rule, shape);
    traces = new SpikeTraces32(rule);
    axon = new int[axonDelay][shape.pre()];
    inAxon = new int[axonDelay];
  }

  /** Nothing is in the axon any more. */
  void reset() {
    Arrays.fill(inAxon, 0);
    slot = 0;
  }

  /**
   * A step has ended.
   *
   * @param sent pre neurons that spiked in it, in the first {@code sentCount} entries
   * @param post post neurons that spiked in it, in the first {@code postCount} entries
   * @param weights modified where states changed
   * @return whether any spike took effect
   */
  public boolean endStep(int[] sent, int sentCount, int[] post, int postCount, float[][] weights) {
    traces.decay(frame.value);
    boolean delayed = axon.length > 0;
    int[] pre = delayed ? axon[slot] : sent;
    int preCount = delayed ? inAxon[slot] : sentCount;
    rule.pre(frame.value, pre, preCount, log);
    rule.weightsAfterPre(frame.value, weights, pre, preCount);
    rule.post(frame.value, post, postCount, log);
    rule.weightsAfterPost(frame.value, weights, post, postCount);
    for (int k = 0; k < preCount; k++) {
      traces.enter(Axis.PRE, pre[k], frame.value);
    }
    for (int k = 0; k < postCount; k++) {
      traces.enter(Axis.POST, post[k], frame.value);
    }
    if (delayed) {
      System.arraycopy(sent, 0, axon[slot], 0, sentCount);
      inAxon[slot] = sentCount;
      slot = (slot + 1) % axon.length;
    }
    return preCount > 0 || postCount > 0;
  }
}
